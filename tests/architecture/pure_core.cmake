# cmake -D ROOT=<repository> -P pure_core.cmake: sim and models compute and nothing else, and no layer
# draws from the standard library's generators: a draw is a function of who, what and when.
cmake_policy(VERSION 3.25)
set(offences "")

function(search layers pattern reason)
    foreach(layer ${layers})
        file(GLOB_RECURSE sources "${ROOT}/${layer}/*.hpp" "${ROOT}/${layer}/*.cpp")
        foreach(source ${sources})
            file(STRINGS "${source}" lines REGEX "${pattern}")
            if(lines)
                file(RELATIVE_PATH shown "${ROOT}" "${source}")
                list(GET lines 0 line)
                string(STRIP "${line}" line)
                string(APPEND offences "  ${shown}: ${line} (${reason})\n")
            endif()
        endforeach()
    endforeach()
    set(offences "${offences}" PARENT_SCOPE)
endfunction()

search("sim;models" "#[ \t]*include[ \t]*<(iostream|fstream|filesystem|cstdio|print|syncstream)>"
       "files and terminals belong in scenarios, analysis and app")
search("sim;models" "(^|[^_a-z])(printf|fopen|getenv|system) *\\("
       "files, terminals and the environment belong in scenarios, analysis and app")
search("sim;models;scenarios;analysis;app"
       "std::(rand|srand|random_device|mt19937|mt19937_64|minstd_rand|default_random_engine|uniform_[a-z]+_distribution|normal_distribution|shuffle)[^a-z_]"
       "draws come from sim/random alone")

if(offences)
    message(FATAL_ERROR "these lines go against docs/architecture.md:\n${offences}")
endif()
