# Compiles neighbouring sources as one where they name nothing in two ways (.ci/units.py): most of a compilation
# goes into the headers, which a unit reads once. For builds of everything, as those of the sanitizers are; the
# units are chosen anew by each `cmake --preset`.
set(OPSCHALING_UNIT_SIZE 0 CACHE STRING "Sources compiled as one at most; 0: each by itself")
if(OPSCHALING_UNIT_SIZE EQUAL 0)
    return()
endif()
find_package(Python3 REQUIRED COMPONENTS Interpreter)

function(targets_below folder targets)
    get_property(found DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    get_property(below DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
    foreach(next ${below})
        targets_below("${next}" more)
        list(APPEND found ${more})
    endforeach()
    set(${targets} ${found} PARENT_SCOPE)
endfunction()

targets_below("${PROJECT_SOURCE_DIR}" targets)
set(jobs "")
foreach(target ${targets})
    get_target_property(type ${target} TYPE)
    get_target_property(sources ${target} SOURCES)
    if(NOT type MATCHES "^(STATIC|SHARED|MODULE)_LIBRARY$|^EXECUTABLE$")
        continue()
    endif()
    get_target_property(folder ${target} SOURCE_DIR)
    foreach(source ${sources})
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${folder}" NORMALIZE)
        cmake_path(IS_PREFIX PROJECT_BINARY_DIR "${source}" is_generated)
        if(source MATCHES "[.]cpp$" AND NOT is_generated)
            string(APPEND jobs "${target};${source}\n")
        endif()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endforeach()
# Of another source's names; other builds watch each source by itself.
target_compile_options(opschaling_options INTERFACE $<BUILD_INTERFACE:-Wno-shadow>)
file(WRITE "${PROJECT_BINARY_DIR}/sources.txt" "${jobs}")
execute_process(
    COMMAND "${CMAKE_COMMAND}" -E env PYTHONDONTWRITEBYTECODE=1 "${Python3_EXECUTABLE}"
            "${PROJECT_SOURCE_DIR}/.ci/units.py" "${OPSCHALING_UNIT_SIZE}"
    INPUT_FILE "${PROJECT_BINARY_DIR}/sources.txt"
    OUTPUT_FILE "${PROJECT_BINARY_DIR}/units_of_sources.cmake" COMMAND_ERROR_IS_FATAL ANY)
include("${PROJECT_BINARY_DIR}/units_of_sources.cmake")
