# Usage requirements shared by every target of the project: warnings, sanitizers, and the
# floating-point rules that keep results equal to the bit (docs/decisions/0001).
add_library(opschaling_options INTERFACE)
add_library(opschaling::options ALIAS opschaling_options)
set_target_properties(opschaling_options PROPERTIES EXPORT_NAME options)
target_compile_features(opschaling_options INTERFACE cxx_std_20)
target_include_directories(
    opschaling_options
    INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
              $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/opschaling>)

# A product and a sum stay two roundings, in the headers that others compile too. The other two
# change no value: they say that nobody reads errno or the floating-point exception flags, so that
# square roots and selections can be vectorised.
target_compile_options(
    opschaling_options INTERFACE -ffp-contract=off
                                 $<BUILD_INTERFACE:-fno-math-errno;-fno-trapping-math>)

set(OPSCHALING_ARCHITECTURE "x86-64-v3"
    CACHE STRING "Instruction set of an x86-64 build; one for all machines, never `native`")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
    target_compile_options(opschaling_options
                           INTERFACE $<BUILD_INTERFACE:-march=${OPSCHALING_ARCHITECTURE}>)
endif()

target_compile_options(
    opschaling_options
    INTERFACE $<BUILD_INTERFACE:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wshadow>)
option(OPSCHALING_WARNINGS_AS_ERRORS "Warnings are errors" OFF)
if(OPSCHALING_WARNINGS_AS_ERRORS)
    target_compile_options(opschaling_options INTERFACE $<BUILD_INTERFACE:-Werror>)
endif()

# The standard library checks its own preconditions where assertions are on.
target_compile_definitions(opschaling_options
                           INTERFACE $<BUILD_INTERFACE:$<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>>)

set(OPSCHALING_SANITIZE "" CACHE STRING "Sanitizers, for instance address,undefined or thread")
if(OPSCHALING_SANITIZE)
    target_compile_options(
        opschaling_options
        INTERFACE $<BUILD_INTERFACE:-fsanitize=${OPSCHALING_SANITIZE};-fno-sanitize-recover=all>)
    # With sanitizers GCC 12 takes the inside of std::regex for uninitialised (GCC bug 105562).
    target_compile_options(
        opschaling_options
        INTERFACE $<BUILD_INTERFACE:$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>>)
    target_link_options(opschaling_options
                        INTERFACE $<BUILD_INTERFACE:-fsanitize=${OPSCHALING_SANITIZE}>)
endif()

option(OPSCHALING_COVERAGE "Count which lines the tests reach (gcov)" OFF)
if(OPSCHALING_COVERAGE)
    target_compile_options(opschaling_options INTERFACE $<BUILD_INTERFACE:--coverage>)
    target_link_options(opschaling_options INTERFACE $<BUILD_INTERFACE:--coverage>)
endif()
