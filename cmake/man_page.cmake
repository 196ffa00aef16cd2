# cmake -D PROGRAM=<opschaling> -D LANGUAGE=<en|nl> -D OUT=<file> -P man_page.cmake: the manual page, printed
# from the help of the program and of each of its commands, so that it says what the program says.
cmake_policy(VERSION 3.25)

function(help_of result)
    execute_process(COMMAND "${PROGRAM}" ${ARGN} --help --lang ${LANGUAGE} OUTPUT_VARIABLE text
                            COMMAND_ERROR_IS_FATAL ANY)
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

# Text that roff shows as it stands.
function(as_roff text result)
    string(REPLACE "\\" "\\e" text "${text}")
    string(REPLACE "-" "\\-" text "${text}")
    string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

if(LANGUAGE STREQUAL "nl")
    set(headings NAAM GEBRUIK OPTIES OPDRACHTEN "ZIE OOK")
    set(commands_heading "Opdrachten:")
    set(see_also "Studies en parameters: /usr/share/opschaling/scenarios.")
else()
    set(headings NAME SYNOPSIS OPTIONS COMMANDS "SEE ALSO")
    set(commands_heading "Commands:")
    set(see_also "Studies and parameters: /usr/share/opschaling/scenarios.")
endif()
list(GET headings 0 name_heading)
list(GET headings 1 usage_heading)
list(GET headings 2 options_heading)
list(GET headings 3 each_heading)
list(GET headings 4 see_heading)

help_of(help)
string(REGEX MATCH "^([^\n]*)\n([^\n]*)\n(.*)$" matched "${help}")
set(summary "${CMAKE_MATCH_1}")
set(usage "${CMAKE_MATCH_2}")
set(rest "${CMAKE_MATCH_3}")
string(FIND "${rest}" "${commands_heading}" at)
if(at EQUAL -1)
    message(FATAL_ERROR "the help names no commands:\n${help}")
endif()
string(SUBSTRING "${rest}" ${at} -1 commands)
string(REGEX MATCHALL "\n  [a-z][a-z-]*" names "${commands}")

foreach(part summary usage rest)
    as_roff("${${part}}" ${part})
endforeach()
string(REGEX REPLACE "\\.$" "" summary "${summary}")
string(
    CONCAT page
           ".TH OPSCHALING 1 \"\" \"opschaling\"\n"
           ".SH ${name_heading}\nopschaling \\- ${summary}\n"
           ".SH ${usage_heading}\n${usage}\n"
           ".SH ${options_heading}\n.nf\n${rest}.fi\n"
           ".SH ${each_heading}\n")
foreach(name ${names})
    string(STRIP "${name}" name)
    help_of(text ${name})
    as_roff("${text}" text)
    string(APPEND page ".SS ${name}\n.nf\n${text}\n.fi\n")
endforeach()
string(APPEND page ".SH ${see_heading}\n${see_also}\n")
file(WRITE "${OUT}" "${page}")
