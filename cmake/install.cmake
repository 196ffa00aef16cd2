# What `cmake --install` lays down: the program with its manual, the scenarios, and the libraries with
# their headers and a package that find_package(opschaling) finds. tests/package proves it. The
# components are the Debian packages of cmake/pack.cmake.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
install(
    TARGETS opschaling
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
if(TARGET opschaling-mpi)
    install(
        TARGETS opschaling-mpi
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT cluster)
endif()

set(manuals "")
foreach(language en nl)
    set(manual "${CMAKE_CURRENT_BINARY_DIR}/manual/${language}/opschaling.1")
    add_custom_command(
        OUTPUT "${manual}"
        COMMAND ${CMAKE_COMMAND} -D "PROGRAM=$<TARGET_FILE:opschaling>" -D LANGUAGE=${language} -D
                "OUT=${manual}" -P "${CMAKE_CURRENT_SOURCE_DIR}/cmake/man_page.cmake"
        DEPENDS opschaling cmake/man_page.cmake
        COMMENT "Printing the manual from the help (${language})"
        VERBATIM)
    list(APPEND manuals "${manual}")
endforeach()
add_custom_target(manual ALL DEPENDS ${manuals})
install(
    FILES "${CMAKE_CURRENT_BINARY_DIR}/manual/en/opschaling.1"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1"
    COMPONENT program)
install(
    FILES "${CMAKE_CURRENT_BINARY_DIR}/manual/nl/opschaling.1"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/nl/man1"
    COMPONENT program)
install(
    FILES THIRD_PARTY.md README.md CHANGELOG.md
    DESTINATION "${CMAKE_INSTALL_DOCDIR}"
    COMPONENT program)

install(
    DIRECTORY scenarios/
    DESTINATION "${CMAKE_INSTALL_DATADIR}/opschaling/scenarios"
    COMPONENT program
    FILES_MATCHING
    PATTERN "*.yaml"
    PATTERN "*.csv")

set(layers sim models scenarios analysis)
foreach(layer ${layers})
    set_target_properties(opschaling_${layer} PROPERTIES EXPORT_NAME ${layer})
    install(
        DIRECTORY ${layer}
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/opschaling"
        FILES_MATCHING
        PATTERN "*.hpp")
endforeach()
install(
    TARGETS opschaling_options opschaling_sim opschaling_models opschaling_scenarios
            opschaling_analysis
    EXPORT opschaling_targets
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}")

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/opschaling")
install(
    EXPORT opschaling_targets
    NAMESPACE opschaling::
    FILE opschalingTargets.cmake
    DESTINATION "${package_folder}")
configure_package_config_file(cmake/opschalingConfig.cmake.in opschalingConfig.cmake
                              INSTALL_DESTINATION "${package_folder}")
write_basic_package_version_file(opschalingConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/opschalingConfig.cmake"
              "${CMAKE_CURRENT_BINARY_DIR}/opschalingConfigVersion.cmake"
        DESTINATION "${package_folder}")
