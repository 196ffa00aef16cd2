# What `cmake --install` lays down: the program, the scenarios, and the libraries with their headers
# and a package that find_package(opschaling) finds. tests/package proves it.
install(TARGETS opschaling RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(TARGET opschaling-mpi)
    install(TARGETS opschaling-mpi RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
install(
    DIRECTORY scenarios/
    DESTINATION "${CMAKE_INSTALL_DATADIR}/opschaling/scenarios"
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
