# What every part of our own code is compiled with. Foreign code gets the sanitizers and exceptions, not the warnings.
option(APLUS_WARNINGS_AS_ERRORS "Stop at any compiler warning in our own code" OFF)
set(APLUS_SANITIZE "" CACHE STRING "Sanitizers for the whole build, for example address,undefined")

option(APLUS_FUZZ "Build the libFuzzer targets; needs Clang" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

find_program(CCACHE ccache NO_CMAKE_FIND_ROOT_PATH)
if(CCACHE AND NOT EMSCRIPTEN)
  # Paths relative to the project, so that a second worktree finds what the first one compiled.
  set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

if(EMSCRIPTEN)
  add_compile_options(-fwasm-exceptions)
  add_link_options(-fwasm-exceptions)
endif()
if(APLUS_SANITIZE)
  add_compile_options(-fsanitize=${APLUS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${APLUS_SANITIZE})
endif()
if(APLUS_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(aplus_options INTERFACE)
target_include_directories(aplus_options INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(aplus_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wdouble-promotion -Wold-style-cast -Wcast-qual
  -Wcast-align -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough -Wunused
  -Wno-missing-field-initializers) # designated initialisers leave fields at their defaults on purpose
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(aplus_options INTERFACE -Wno-restrict) # GCC 12 sees overlaps in std::string that are none (GCC bug 105651)
endif()
if(APLUS_WARNINGS_AS_ERRORS)
  target_compile_options(aplus_options INTERFACE -Werror)
endif()

# One stack size everywhere: the default shrank from 5 MB to 64 kB, and the setting changed its name on the way.
if(EMSCRIPTEN)
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(APLUS_STACK -sTOTAL_STACK=1MB)
  else()
    set(APLUS_STACK -sSTACK_SIZE=1MB)
  endif()
endif()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")   # programs are found as build/PRESET/NAME
