# Run by aplus_embed at build time: FILES become STEM.h and STEM.cpp.
string(REPEAT "[^\n]" 256 line) # 64 bytes as "\xNN"
set(index 0)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${hex}")
  string(REGEX REPLACE "(${line})" "\\1\"\n  \"" bytes "${bytes}")
  string(APPEND arrays "constexpr char kFile${index}[] =\n  \"${bytes}\";\n")
  string(APPEND rows "  {\"${name}\", {kFile${index}, ${size}}},\n")
  if(FUNCTIONS)
    list(GET FUNCTIONS ${index} function)
    string(APPEND declared "std::span<unsigned char const> ${function}();   // ${name}, ${size} bytes\n")
    string(APPEND defined "std::span<unsigned char const> ${function}() {\n"
                          "  return {reinterpret_cast<unsigned char const*>(kFile${index}), ${size}};\n}\n")
  endif()
  math(EXPR index "${index} + 1")
endforeach()

if(NOT FUNCTIONS)
  set(declared "struct EmbeddedFile {
  std::string_view name;   // the file's name without its folder
  std::string_view bytes;
};

extern std::array<EmbeddedFile, ${index}> const ${TABLE};
")
  set(defined "constinit std::array<EmbeddedFile, ${index}> const ${TABLE} = {{\n${rows}}};\n")
endif()

set(head "// Generated from files at build time; change those.\n")
file(WRITE "${STEM}.h" "${head}#pragma once
#include <array>
#include <span>
#include <string_view>

namespace ${NAMESPACE} {

${declared}
}  // namespace ${NAMESPACE}
")
file(WRITE "${STEM}.cpp" "${head}#include \"${NAME}.h\"

namespace ${NAMESPACE} {
namespace {
${arrays}}  // namespace

${defined}
}  // namespace ${NAMESPACE}
")
