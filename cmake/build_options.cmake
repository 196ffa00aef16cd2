# Usage requirements shared by every target of the project: warnings, and the floating-point
# rules that keep results equal to the bit (no contraction, no fast-math, one fixed -march).
add_library(opschaling_options INTERFACE)
add_library(opschaling::options ALIAS opschaling_options)
target_compile_features(opschaling_options INTERFACE cxx_std_20)
target_include_directories(opschaling_options
                           INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
target_compile_options(
    opschaling_options
    INTERFACE $<BUILD_INTERFACE:-Wall -Wextra -Wpedantic -Wconversion -Wshadow -ffp-contract=off>)

option(OPSCHALING_WARNINGS_AS_ERRORS "Warnings are errors" OFF)
if(OPSCHALING_WARNINGS_AS_ERRORS)
    target_compile_options(opschaling_options INTERFACE $<BUILD_INTERFACE:-Werror>)
endif()
