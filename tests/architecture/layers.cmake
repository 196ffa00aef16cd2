# cmake -D ROOT=<repository> -P layers.cmake: fails where a file reaches a layer above its own, opens
# a library anywhere but at its door, or includes a library that has no door.
cmake_policy(VERSION 3.25)
set(sim_may "sim")
set(models_may "sim|models")
set(scenarios_may "sim|models|scenarios")
set(analysis_may "sim|analysis")
set(app_may "sim|models|scenarios|analysis|app")

# What the include starts with = where it may stand.
set(doors
    "tbb/|oneapi/=sim/parallel/"
    "boost/random/=analysis/design/"
    "boost/graph/=sim/network/"
    "yaml-cpp/=scenarios/reader/"
    "(pugixml.hpp|zip.h)=scenarios/workbook/"
    "hdf5|H5=analysis/store/"
    "isa-l=analysis/store/"
    "openssl/=analysis/store/"
    "Eigen/=analysis/calibration/"
    "CLI/=app/arguments[/.]"
    "mpi.h=app/mpi/"
    "httplib=app/serve/"
    "nlohmann/=(app/json[/.]|analysis/report/)"
    "fmt/=(models|scenarios|analysis|app)/"
    "immintrin.h=sim/"
    "experimental/simd=models/grid/weigh.cpp"
    "unistd.h|fcntl.h|sys/=(analysis/store|app)/")

set(offences "")
foreach(layer sim models scenarios analysis app)
    file(GLOB_RECURSE sources "${ROOT}/${layer}/*.hpp" "${ROOT}/${layer}/*.cpp")
    foreach(source ${sources})
        file(RELATIVE_PATH shown "${ROOT}" "${source}")
        file(STRINGS "${source}" includes REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]")
        foreach(line ${includes})
            if(line MATCHES "\"([^/\"]+)/")
                if(NOT CMAKE_MATCH_1 MATCHES "^(${${layer}_may})$")
                    string(APPEND offences "  ${shown}: ${line} is not below ${layer}\n")
                endif()
                continue()
            elseif(line MATCHES "\"")
                string(APPEND offences "  ${shown}: ${line} is not written from the root\n")
                continue()
            endif()
            string(REGEX MATCH "<([^>]+)>" matched "${line}")
            set(header "${CMAKE_MATCH_1}")
            set(has_door FALSE)
            foreach(door ${doors})
                string(REGEX MATCH "^([^=]+)=(.+)$" matched "${door}")
                set(library "${CMAKE_MATCH_1}")
                set(room "${CMAKE_MATCH_2}")
                if(header MATCHES "^(${library})")
                    set(has_door TRUE)
                    if(NOT shown MATCHES "^${room}")
                        string(APPEND offences "  ${shown}: ${line} belongs in ${room}\n")
                    endif()
                endif()
            endforeach()
            if(NOT has_door AND header MATCHES "[/.]")
                string(APPEND offences "  ${shown}: ${line} is of a library without a door\n")
            endif()
        endforeach()
    endforeach()
endforeach()
if(offences)
    message(FATAL_ERROR "these includes go against docs/architecture.md:\n${offences}")
endif()
