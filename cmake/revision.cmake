# OPSCHALING_REVISION: the commit that is built, `unknown` outside a git clone. Configured anew when HEAD
# moves, so that no build step has to ask each time.
set(OPSCHALING_REVISION "unknown")
find_package(Git QUIET)
if(Git_FOUND)
    execute_process(
        COMMAND "${GIT_EXECUTABLE}" rev-parse --short=12 HEAD
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        RESULT_VARIABLE outcome
        OUTPUT_VARIABLE revision
        ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(outcome EQUAL 0)
        set(OPSCHALING_REVISION "${revision}")
        execute_process(
            COMMAND "${GIT_EXECUTABLE}" rev-parse --git-path logs/HEAD
            WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
            OUTPUT_VARIABLE head_moves
            OUTPUT_STRIP_TRAILING_WHITESPACE)
        cmake_path(ABSOLUTE_PATH head_moves BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
        if(EXISTS "${head_moves}")
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${head_moves}")
        endif()
    endif()
endif()
