# Uses ccache where it is installed and nobody chose a launcher.
if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(OPSCHALING_CCACHE ccache)
    if(OPSCHALING_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER "${OPSCHALING_CCACHE}")
    endif()
endif()
