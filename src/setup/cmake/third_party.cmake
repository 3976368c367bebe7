# Every foreign library as one target. Header-only ones come from Debian's -dev packages; those that are compiled here
# come as Debian source packages through src/setup/sources.sh, or from a checkout given by -DAPLUS_…_SOURCE_DIR.
set(APLUS_OPENSSL_SOURCE_DIR "" CACHE PATH "OpenSSL 3.x source to build for wasm, instead of Debian's source package")
set(APLUS_IMGUI_SOURCE_DIR "" CACHE PATH "Dear ImGui 1.92 or later source, instead of Debian's source package")
set(APLUS_QR_SOURCE_DIR "" CACHE PATH "Nayuki's QR Code generator 1.8 source, instead of Debian's source package")

# Runs a set-up script, which prints one folder or ends with its own sentence.
function(aplus_folder_from out)
  execute_process(COMMAND bash ${ARGN} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}/src/setup"
                  OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE status)
  if(status)
    message(FATAL_ERROR "Third-party code is missing; the sentence above says how to mend it.")
  endif()
  set(${out} "${folder}" PARENT_SCOPE)
  file(APPEND "${PROJECT_BINARY_DIR}/third_party/folders.txt" "${folder}\n")   # ./playground checks that they stay
endfunction()
file(WRITE "${PROJECT_BINARY_DIR}/third_party/folders.txt" "")

# aplus_header_library(json nlohmann/json.hpp nlohmann-json3-dev): target aplus::json. It sees a folder with a link to
# just that library: emcc must never be shown the system's own headers.
function(aplus_header_library name header package)
  find_path(found "${header}" PATHS /usr/local/include /usr/include NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH NO_CACHE)
  if(NOT found)
    message(FATAL_ERROR "The header ${header} was not found; install Debian's package ${package}.")
  endif()
  get_filename_component(folder "${header}" DIRECTORY)
  set(links "${PROJECT_BINARY_DIR}/third_party/${name}")
  file(MAKE_DIRECTORY "${links}")
  file(CREATE_LINK "${found}/${folder}" "${links}/${folder}" SYMBOLIC)
  add_library(aplus_${name} INTERFACE)
  target_include_directories(aplus_${name} SYSTEM INTERFACE "${links}")
  add_library(aplus::${name} ALIAS aplus_${name})
endfunction()

# aplus_foreign_library(imgui INCLUDE dir SOURCES a.cpp): target aplus::imgui, compiled without our warnings.
function(aplus_foreign_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "INCLUDE;SOURCES;DEFINES;LINKS")
  add_library(aplus_${name} STATIC ${arg_SOURCES})
  target_include_directories(aplus_${name} SYSTEM PUBLIC ${arg_INCLUDE})
  target_compile_definitions(aplus_${name} PUBLIC ${arg_DEFINES})
  target_compile_options(aplus_${name} PRIVATE -w)
  target_link_libraries(aplus_${name} PUBLIC ${arg_LINKS})
  add_library(aplus::${name} ALIAS aplus_${name})
endfunction()

aplus_header_library(json nlohmann/json.hpp nlohmann-json3-dev)
aplus_header_library(expected tl/expected.hpp libexpected-dev)
aplus_header_library(date date/date.h libhowardhinnant-date-dev)
aplus_header_library(cli11 CLI/CLI.hpp libcli11-dev)
# fmt compiled once, from the headers alone: a third less time for every file that formats something. Without a locale it
# needs no iostreams, which would add over 100 kB to the page; Debian's own library has one, so it cannot be used.
aplus_header_library(fmt_headers fmt/core.h libfmt-dev)
target_compile_definitions(aplus_fmt_headers INTERFACE FMT_STATIC_THOUSANDS_SEPARATOR=',')
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/third_party/fmt.cpp" @ONLY CONTENT [[
#include <fmt/format-inl.h>
FMT_BEGIN_NAMESPACE
namespace detail {
template FMT_API dragonbox::decimal_fp<float> dragonbox::to_decimal(float) noexcept;
template FMT_API dragonbox::decimal_fp<double> dragonbox::to_decimal(double) noexcept;
template FMT_API thousands_sep_result<char> thousands_sep_impl(locale_ref);
template FMT_API char decimal_point_impl(locale_ref);
template FMT_API void buffer<char>::append(const char*, const char*);
template FMT_API void vformat_to(buffer<char>&, string_view, basic_format_args<FMT_BUFFER_CONTEXT(char)>, locale_ref);
}
FMT_END_NAMESPACE
]])
add_library(aplus_fmt STATIC "${PROJECT_BINARY_DIR}/third_party/fmt.cpp")
target_compile_options(aplus_fmt PRIVATE -w)
target_link_libraries(aplus_fmt PUBLIC aplus_fmt_headers)
add_library(aplus::fmt ALIAS aplus_fmt)

# OpenSSL: the system's natively, our own small libcrypto for wasm.
if(EMSCRIPTEN)
  aplus_folder_from(openssl openssl.sh ${APLUS_OPENSSL_SOURCE_DIR})
  add_library(aplus_openssl STATIC IMPORTED)
  set_target_properties(aplus_openssl PROPERTIES
    IMPORTED_LOCATION "${openssl}/lib/libcrypto.a" INTERFACE_INCLUDE_DIRECTORIES "${openssl}/include")
  add_library(aplus::openssl ALIAS aplus_openssl)
else()
  find_package(OpenSSL 3.0 COMPONENTS Crypto)
  if(NOT OPENSSL_FOUND)
    message(FATAL_ERROR "OpenSSL 3 was not found; install Debian's package libssl-dev.")
  endif()
  add_library(aplus::openssl ALIAS OpenSSL::Crypto)
endif()

set(imgui "${APLUS_IMGUI_SOURCE_DIR}")
if(NOT imgui)
  aplus_folder_from(imgui sources.sh imgui)
endif()
aplus_foreign_library(imgui INCLUDE "${imgui}"
  SOURCES "${imgui}/imgui.cpp" "${imgui}/imgui_draw.cpp" "${imgui}/imgui_tables.cpp" "${imgui}/imgui_widgets.cpp"
  # We bring fonts of our own and a browser has no files.
  DEFINES IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
          IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_FILE_FUNCTIONS)
if(EMSCRIPTEN)
  aplus_foreign_library(imgui_opengl3 INCLUDE "${imgui}/backends"
    SOURCES "${imgui}/backends/imgui_impl_opengl3.cpp" DEFINES IMGUI_IMPL_OPENGL_ES3 LINKS aplus::imgui)
endif()

set(qr "${APLUS_QR_SOURCE_DIR}")
if(NOT qr)
  aplus_folder_from(qr sources.sh qr-code-generator)
endif()
# The C edition: the one in C++ would bring iostreams into the page for the text of one exception.
aplus_foreign_library(qrcodegen INCLUDE "${qr}/c" SOURCES "${qr}/c/qrcodegen.c")

set(zint "${APLUS_ZINT_SOURCE_DIR}")
if(NOT zint)
  aplus_folder_from(zint sources.sh zint)
endif()
# Of all its symbologies only Code 128, by its own door: the common one would bring the tables of every other.
aplus_foreign_library(zint INCLUDE "${zint}/backend"
  SOURCES "${zint}/backend/code128.c" "${zint}/backend/common.c" "${zint}/backend/gs1.c")
target_compile_options(aplus_zint PRIVATE -ffunction-sections -fdata-sections)

if(BUILD_TESTING)
  find_path(googletest googletest/src/gtest-all.cc PATHS /usr/local/src/googletest /usr/src/googletest NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH NO_CACHE)
  if(NOT googletest)
    message(FATAL_ERROR "GoogleTest's source was not found; install Debian's package googletest.")
  endif()
  aplus_foreign_library(gtest
    INCLUDE "${googletest}/googletest/include" "${googletest}/googlemock/include"
    SOURCES "${googletest}/googletest/src/gtest-all.cc" "${googletest}/googlemock/src/gmock-all.cc"
            "${googletest}/googlemock/src/gmock_main.cc")
  target_include_directories(aplus_gtest PRIVATE "${googletest}/googletest" "${googletest}/googlemock")
  if(EMSCRIPTEN)
    target_compile_definitions(aplus_gtest PUBLIC GTEST_HAS_PTHREAD=0)
  else()
    find_package(Threads REQUIRED)
    target_link_libraries(aplus_gtest PUBLIC Threads::Threads)
  endif()
endif()
