# What holds for every target of ours: warnings are errors, sanitizers by preset.

find_package(Boost 1.81 REQUIRED)
find_package(Threads REQUIRED)

set(ATTUNE_SANITIZE "" CACHE STRING "sanitizers for everything: address,undefined or thread")

add_library(attune_rules INTERFACE)
target_compile_options(attune_rules INTERFACE -Wall -Wextra -Wpedantic -Werror)
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    # -Wextra of clang-19 wants every member in a designated initializer.
    target_compile_options(attune_rules INTERFACE -Wno-missing-designated-field-initializers)
else()
    # g++ 12 is wrong about these: coroutine frames; members of a moved-from variant.
    target_compile_options(attune_rules INTERFACE
        -Wno-mismatched-new-delete -Wno-maybe-uninitialized -Wno-missing-field-initializers)
endif()
target_include_directories(attune_rules INTERFACE ${CMAKE_SOURCE_DIR}/bot ${CMAKE_SOURCE_DIR})
target_link_libraries(attune_rules INTERFACE Boost::headers)

if(ATTUNE_SANITIZE)
    add_compile_options(-fsanitize=${ATTUNE_SANITIZE} -fno-omit-frame-pointer -O0 -g1)
    add_link_options(-fsanitize=${ATTUNE_SANITIZE})
    if(ATTUNE_SANITIZE MATCHES undefined)
        add_compile_options(-fno-sanitize-recover=all)
    endif()
    if(ATTUNE_SANITIZE MATCHES address AND CMAKE_CXX_COMPILER_ID MATCHES Clang)
        add_compile_options(-fsanitize=fuzzer-no-link)  # tests/fuzz sees which ways were taken
    endif()
elseif(CMAKE_BUILD_TYPE STREQUAL Debug)
    add_compile_options(-g1)
endif()

# The standard library, read once: halves the time of a build. Off in the preset gcc, so that a file
# that does not include what it uses is found out there; for the same reason nothing is compiled
# together there.
option(ATTUNE_PRECOMPILE "precompile the standard headers" OFF)
set(ATTUNE_STANDARD_HEADERS
    <algorithm> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <optional> <span>
    <stdexcept> <string> <string_view> <unordered_map> <variant> <vector>)
if(ATTUNE_PRECOMPILE)
    # Equal flags for all who share it; and what ccache needs to look into it.
    add_compile_options(-pthread)
    if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
        add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
    endif()
    file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp "")
    add_library(attune_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(attune_precompiled PRIVATE attune_rules)
    target_precompile_headers(attune_precompiled PRIVATE ${ATTUNE_STANDARD_HEADERS})
    add_library(attune_precompiled_tests OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(attune_precompiled_tests PRIVATE attune_rules)
    target_precompile_headers(attune_precompiled_tests PRIVATE
        ${ATTUNE_STANDARD_HEADERS} <catch2/catch.hpp>)
endif()

function(attune_precompiled target from)
    if(ATTUNE_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${from})
    endif()
endfunction()

# Several files of a library compiled as one: for the builds from nothing that nobody edits
# (sanitizers). So two files of a folder may not have a private name in common.
option(ATTUNE_UNITY "compile the files of a library together" OFF)

# attune_library(NAME SOURCES … USES …): one static library a folder.
function(attune_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;USES;PRIVATE_USES" ${ARGN})
    add_library(attune_${name} STATIC ${arg_SOURCES})
    target_link_libraries(attune_${name} PUBLIC ${arg_USES} PRIVATE attune_rules ${arg_PRIVATE_USES})
    attune_precompiled(attune_${name} attune_precompiled)
    if(ATTUNE_UNITY)
        set_target_properties(attune_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
    endif()
endfunction()

# attune_unit_tests(NAME SOURCES … USES …): the fast tests of one folder, target unit_NAME.
function(attune_unit_tests name)
    cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
    find_package(Catch2 REQUIRED)
    add_executable(unit_${name} ${arg_SOURCES})
    target_link_libraries(unit_${name} PRIVATE attune_rules ${arg_USES} Catch2::Catch2WithMain)
    target_compile_definitions(unit_${name} PRIVATE ATTUNE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    attune_precompiled(unit_${name} attune_precompiled_tests)
    add_test(NAME unit_${name} COMMAND unit_${name})
    set_tests_properties(unit_${name} PROPERTIES LABELS unit)
endfunction()
