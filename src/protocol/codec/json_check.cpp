#include "protocol/codec/json_check.h"

#include <nlohmann/json.hpp>

#include "protocol/codec/json_text.h"

namespace aplus::codec {

bool isJsonObject(std::string_view text) {
  auto const json = parseJson(text);
  return json && json->is_object();
}

}  // namespace aplus::codec
