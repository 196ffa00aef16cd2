# Uses ccache where it is installed and nobody chose a launcher. Paths are taken from the root of the
# tree, so that every clone of it finds the same objects.
if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(OPSCHALING_CCACHE ccache)
    if(OPSCHALING_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER
            "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
            "${OPSCHALING_CCACHE}")
    endif()
endif()
