# Takes the toolchain file of whichever emcc comes first in PATH: the distribution's or an emsdk's.
find_program(APLUS_EM_CONFIG em-config NO_CMAKE_FIND_ROOT_PATH)
if(NOT APLUS_EM_CONFIG)
  message(FATAL_ERROR "Emscripten is not in PATH; install Debian's emscripten package or activate an emsdk.")
endif()
execute_process(COMMAND "${APLUS_EM_CONFIG}" EMSCRIPTEN_ROOT
                OUTPUT_VARIABLE APLUS_EMSCRIPTEN_ROOT OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include("${APLUS_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
# Debian's Node 18 and later have a fetch() that emcc 3.1.6 mistakes for a browser's.
set(CMAKE_CROSSCOMPILING_EMULATOR "node;--no-experimental-fetch")
