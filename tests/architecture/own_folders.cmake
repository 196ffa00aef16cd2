# cmake -D ROOT=<repository> -P own_folders.cmake: a test keeps its files in an EmptyFolder. Tests run beside each
# other, so a path that is written out is shared, and one test removes what another is reading.
cmake_policy(VERSION 3.25)
set(keepers tests/support/empty_folder.hpp tests/fuzz/scratch_file.hpp tests/benchmark/write_results.cpp
            tests/benchmark/against_kernels.cpp)
set(offences "")
file(GLOB_RECURSE sources "${ROOT}/tests/*.cpp" "${ROOT}/tests/*.hpp")
list(FILTER sources EXCLUDE REGEX "/node_modules/")
foreach(source ${sources})
    file(RELATIVE_PATH shown "${ROOT}" "${source}")
    if(shown IN_LIST keepers)
        continue()
    endif()
    file(STRINGS "${source}" lines
         REGEX "temp_directory_path|mkdtemp|mkstemp|path (const )?[a-z_]+(\\{| = )\"[^/]")
    foreach(line ${lines})
        string(STRIP "${line}" line)
        string(APPEND offences "  ${shown}: ${line}\n")
    endforeach()
endforeach()
if(offences)
    message(FATAL_ERROR "these files are shared by tests that run at once; use EmptyFolder:\n${offences}")
endif()
