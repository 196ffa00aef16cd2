# cmake -D SCRIPT= -D STYLE= -D OUT= -P embed.cmake: the two files as texts of a C++ source.
cmake_policy(VERSION 3.25)

function(bytes_of file result)
    file(READ "${file}" hex HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
    set(${result} "${bytes}" PARENT_SCOPE)
endfunction()

bytes_of("${SCRIPT}" script)
bytes_of("${STYLE}" style)
file(
    WRITE "${OUT}"
    "#include \"analysis/page/document.hpp\"\n\n"
    "namespace opschaling::analysis {\n\nnamespace {\n\n"
    "constexpr char script[] = {${script}};\n\nconstexpr char style[] = {${style}};\n\n"
    "} // namespace\n\n"
    "std::string_view page_script() {\n    return {script, sizeof script};\n}\n\n"
    "std::string_view page_style() {\n    return {style, sizeof style};\n}\n\n"
    "} // namespace opschaling::analysis\n")
