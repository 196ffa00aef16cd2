# cmake -D SCRATCH=<folder> -P planted.cmake: each check must find an offence planted in a small tree,
# and name the file and the line; and must pass the tree without it.
cmake_policy(VERSION 3.25)
set(good_header "#pragma once\n\n#include \"sim/time/quarter.hpp\"\n\n#include <vector>\n")
set(quarter_type "namespace opschaling::sim {\n\nstruct Quarter {\n    int n{0}\;\n}\;\n\n} // namespace\n")

function(lay_tree)
    file(REMOVE_RECURSE "${SCRATCH}")
    file(WRITE "${SCRATCH}/docs/begrippen.md" "| **wijk** | neighbourhood |\n")
    file(WRITE "${SCRATCH}/sim/time/quarter.hpp" "#pragma once\n\n#include <compare>\n\n${quarter_type}")
    file(WRITE "${SCRATCH}/models/wijk/wijken.hpp" "${good_header}")
endfunction()

function(run_check script outcome shown)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -D ROOT=${SCRATCH} -P ${CMAKE_CURRENT_LIST_DIR}/${script}
        RESULT_VARIABLE result
        ERROR_VARIABLE errors
        OUTPUT_QUIET)
    set(${outcome} ${result} PARENT_SCOPE)
    string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
    set(${shown} "${errors}" PARENT_SCOPE)
endfunction()

function(expect_found script path text expected)
    lay_tree()
    run_check(${script} result errors)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${script} refuses a clean tree: ${errors}")
    endif()
    file(WRITE "${SCRATCH}/${path}" "${text}")
    run_check(${script} result errors)
    if(result EQUAL 0)
        message(FATAL_ERROR "${script} does not find the offence planted in ${path}")
    endif()
    string(FIND "${errors}" "${expected}" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "${script} does not show `${expected}` but: ${errors}")
    endif()
endfunction()

expect_found(layers.cmake "sim/time/clock.hpp" "#include \"models/wijk/wijken.hpp\"\n"
             "sim/time/clock.hpp: #include \"models/wijk/wijken.hpp\"")
expect_found(layers.cmake "analysis/compare/pair.cpp" "#include \"models/wijk/wijken.hpp\"\n"
             "analysis/compare/pair.cpp: #include \"models/wijk/wijken.hpp\"")
expect_found(layers.cmake "models/wijk/choose.cpp" "  #  include <tbb/parallel_for.h>\n"
             "models/wijk/choose.cpp: # include <tbb/parallel_for.h> belongs in sim/parallel/")
expect_found(layers.cmake "app/main.cpp" "#include <curl/curl.h>\n"
             "app/main.cpp: #include <curl/curl.h> is of a library without a door")
expect_found(layers.cmake "app/main.cpp" "#include \"main.hpp\"\n"
             "app/main.cpp: #include \"main.hpp\" is not written from the root")
expect_found(pure_core.cmake "models/wijk/choose.cpp" "#include <fstream>\n"
             "models/wijk/choose.cpp: #include <fstream>")
expect_found(pure_core.cmake "app/draw.cpp" "std::mt19937 generator\;\n"
             "app/draw.cpp: std::mt19937 generator")
string(REPEAT "// a line\n" 401 long_text)
expect_found(file_length.cmake "sim/time/long.cpp" "${long_text}" "sim/time/long.cpp: 401 lines")
expect_found(one_definition.cmake "sim/state/part.hpp" "${quarter_type}"
             "opschaling::sim::Quarter: sim/state/part.hpp and sim/time/quarter.hpp")
expect_found(own_folders.cmake "tests/unit/sim/keep.cpp" "std::filesystem::path const folder{\"kept\"}\;\n"
             "tests/unit/sim/keep.cpp: std::filesystem::path const folder{\"kept\"}")
expect_found(begrippen.cmake "models/huis/huis.hpp" "${good_header}" "models/huis")
set(words "| **wijk** | neighbourhood |\n| b_c | `wijk.cost` | EUR | what it costs |\n")
expect_found(begrippen.cmake "docs/begrippen.md" "${words}" "no sheet declares wijk.cost in EUR")
expect_found(links.cmake "README.md" "see [the words](docs/words.md) and [these](docs/begrippen.md)\n"
             "README.md: docs/words.md")
file(REMOVE_RECURSE "${SCRATCH}")
