// What is pasted on the signing desk: raw HTTP and cURL commands of both kinds of shell.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "inspect/desk.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace aplus::inspect;
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  for (auto const read : {readPasted, readRawHttp, readCurl}) {
    auto const desk = read(text);
    if (!desk) {
      if (desk.error().path.empty() || desk.error().message.empty()) std::abort();
      continue;
    }
    if (auto const parts = contentParts(*desk); parts && parts->size() != 9) std::abort();
  }
  return 0;
}
