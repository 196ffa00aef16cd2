# The page's script: TypeScript bundled by esbuild with Debian's d3 modules, and built into the program
# together with its style sheet. Nothing bundled is in the repository.
find_program(ESBUILD esbuild REQUIRED)
set(OPSCHALING_NODE_MODULES /usr/share/nodejs CACHE PATH "Where d3-scale, d3-shape and d3-format are")

# Without CONFIGURE_DEPENDS, which leaves ninja with something to do at each start of the launcher: a new file of
# the page asks for a new configuration.
file(GLOB_RECURSE page_sources "${CMAKE_CURRENT_LIST_DIR}/*.ts"
     "${CMAKE_CURRENT_LIST_DIR}/wording/*.json")
set(script "${CMAKE_CURRENT_BINARY_DIR}/page/page.js")
set(style "${CMAKE_CURRENT_BINARY_DIR}/page/page.css")
set(embedded "${CMAKE_CURRENT_BINARY_DIR}/page/embedded.cpp")
# The second file says what was bundled: tests/package/notices.py holds the notices against it.
add_custom_command(
    OUTPUT "${script}" "${script}.json"
    COMMAND
        ${CMAKE_COMMAND} -E env "NODE_PATH=${OPSCHALING_NODE_MODULES}" "${ESBUILD}"
        "${CMAKE_CURRENT_LIST_DIR}/page.ts" --bundle --minify --format=iife --target=es2020
        --charset=ascii --legal-comments=none --log-level=warning "--outfile=${script}"
        "--metafile=${script}.json"
    DEPENDS ${page_sources}
    COMMENT "Bundling the workshop page"
    VERBATIM)
add_custom_command(
    OUTPUT "${style}"
    COMMAND "${ESBUILD}" "${CMAKE_CURRENT_LIST_DIR}/style.css" --minify --charset=ascii
            --log-level=warning "--outfile=${style}"
    DEPENDS "${CMAKE_CURRENT_LIST_DIR}/style.css"
    VERBATIM)
add_custom_command(
    OUTPUT "${embedded}"
    COMMAND ${CMAKE_COMMAND} -D "SCRIPT=${script}" -D "STYLE=${style}" -D "OUT=${embedded}" -P
            "${CMAKE_CURRENT_LIST_DIR}/embed.cmake"
    DEPENDS "${script}" "${style}" "${CMAKE_CURRENT_LIST_DIR}/embed.cmake"
    VERBATIM)
target_sources(opschaling_analysis PRIVATE page/document.cpp "${embedded}")
