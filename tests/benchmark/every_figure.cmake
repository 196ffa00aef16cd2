# cmake -D PROGRAM=<opschaling_benchmark> -D OUTPUT=<file> -P every_figure.cmake: runs the quick
# benchmark and fails unless every expected figure is there, each a finite number above zero.
cmake_policy(VERSION 3.25)
set(expected
    country.build country.run.autonoom country.run.circulatie memory.resident memory.world
    memory.state memory.peak phase.start phase.figures results.write results.share results.study results.size
    diffusion.incremental.one_thread diffusion.incremental.one_thread.by_hand
    diffusion.incremental.two_threads diffusion.incremental.two_threads.by_hand
    diffusion.recounting.one_thread diffusion.recounting.one_thread.by_hand
    diffusion.recounting.two_threads diffusion.recounting.two_threads.by_hand
    grid.off grid.on grid.cost grid.processor_cost gemeente.run regio.run run.one_thread run.two_threads run.gain run.processors run.extra_work
    ensemble.one_thread ensemble.two_threads ensemble.gain ensemble.processors
    stream.one_thread.bytes stream.two_threads.bytes run.one_thread.bytes run.two_threads.bytes
    ensemble.one_thread.bytes ensemble.two_threads.bytes
    ensemble.extra_work scaling.1e+04 scaling.1e+04.each scaling.8e+04
    scaling.8e+04.each scaling.spread)
foreach(phase RANGE 1 14)
    if(phase LESS 10)
        set(phase "0${phase}")
    endif()
    list(APPEND expected "phase.${phase}")
endforeach()

file(REMOVE "${OUTPUT}")
execute_process(COMMAND "${PROGRAM}" --quick -o "${OUTPUT}" COMMAND_ERROR_IS_FATAL ANY)
file(READ "${OUTPUT}" report)
set(number "^[0-9]+([.][0-9]+)?(e[+-]?[0-9]+)?$")
set(offences "")

string(JSON seconds GET "${report}" reference seconds)
if(NOT seconds MATCHES "${number}" OR NOT seconds GREATER 0)
    string(APPEND offences "  the reference kernel took ${seconds} s\n")
endif()
string(JSON count LENGTH "${report}" figures)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
    string(JSON name GET "${report}" figures ${i} name)
    string(JSON value GET "${report}" figures ${i} value)
    string(JSON unit GET "${report}" figures ${i} unit)
    list(REMOVE_ITEM expected "${name}")
    if(NOT value MATCHES "${number}" OR NOT value GREATER 0)
        string(APPEND offences "  ${name} is ${value}\n")
    endif()
    if(unit STREQUAL "s")
        string(JSON ratio ERROR_VARIABLE missing GET "${report}" figures ${i} ratio)
        if(NOT ratio MATCHES "${number}")
            string(APPEND offences "  ${name} has no ratio to the reference kernel\n")
        endif()
    endif()
endforeach()
foreach(name ${expected})
    string(APPEND offences "  ${name} is missing\n")
endforeach()
if(offences)
    message(FATAL_ERROR "figures of the benchmark:\n${offences}")
endif()
