# `cpack -G DEB` in a build folder: Debian packages of the program, of its MPI form where that is built, and
# of the libraries. What each depends on is read from its binaries. tests/package/deb.sh tries them in a
# bare root.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME opschaling)
set(CPACK_PACKAGE_CONTACT "the maintainers of opschaling <maintainers@opschaling.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_CURRENT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_FILE_NAME "opschaling_${PROJECT_VERSION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
if(TARGET opschaling-mpi)
    list(APPEND CPACK_COMPONENTS_ALL cluster)
endif()

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME opschaling)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
    "Simulates how the Dutch transition away from natural gas scales from a few wijken to a country.")
set(CPACK_DEBIAN_CLUSTER_PACKAGE_NAME opschaling-mpi)
set(CPACK_DEBIAN_CLUSTER_PACKAGE_DEPENDS "opschaling (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_CLUSTER_DESCRIPTION "Runs the sweeps of opschaling over the nodes of a cluster.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libopschaling-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "The engine and the model of opschaling as libraries.")

# What find_package(opschaling) asks for: the packages of .ci that the libraries show to whoever links them.
file(STRINGS .ci/packages-build.txt build_packages)
list(FILTER build_packages INCLUDE REGEX "^(lib|nlohmann)")
list(FILTER build_packages EXCLUDE REGEX "cli11|httplib")
string(JOIN ", " CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS ${build_packages})

include(CPack)
