// The strict JSON reader: whatever the bytes, it answers, and what it accepts survives being written again.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <nlohmann/json.hpp>

#include "inspect/doctor/json_tree.h"
#include "protocol/codec/json_text.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const json = aplus::codec::parseJson(text);
  if (json) {
    auto const again = aplus::codec::parseJson(json->dump());
    if (!again || *again != *json) std::abort();
  } else if (json.error().offset > size && size <= aplus::codec::kMaxBodyBytes) {
    std::abort();
  }
  // The doctor's own reader keeps spellings; what it writes it reads the same.
  if (auto const tree = aplus::inspect::parseJsonTree(text)) {
    std::string const minified = aplus::inspect::print(*tree, {});
    auto const reread = aplus::inspect::parseJsonTree(minified);
    if (!reread || aplus::inspect::print(*reread, {}) != minified) std::abort();
  }
  return 0;
}
