#include "protocol/codec/codec.h"

#include <nlohmann/json.hpp>

#include "protocol/codec/json_text.h"

namespace aplus::codec {

Result<std::vector<std::string>> decodeInto(void* object, Fields fields, std::string_view body) {
  auto const json = parseJson(body);
  if (!json) {
    return fail("PARAM_ILLEGAL", "$",
                "The body is no valid JSON at byte " + std::to_string(json.error().offset + 1) +
                    ": " + json.error().message);
  }
  Findings findings;
  readObject(object, fields, ValueReader(*json, findings));
  if (findings.error) return fail(std::move(*findings.error));
  return std::move(findings.notes);
}

std::string encodeFrom(void const* object, Fields fields) {
  constexpr std::size_t kUsualBody = 1024;
  std::string body;
  body.reserve(kUsualBody);
  {
    ObjectWriter writer(body);
    writeObject(object, fields, writer);
  }
  return body;
}

std::string encodeTexts(std::vector<std::pair<std::string_view, std::string_view>> const& members) {
  std::string body;
  {
    ObjectWriter writer(body);
    for (auto const& [name, value] : members) writer.text(name, value);
  }
  return body;
}

Texts decodeTexts(std::string_view body) {
  Texts texts;
  auto const json = parseJson(body);
  if (!json || !json->is_object()) return texts;
  for (auto const& [name, value] : json->items()) {
    if (value.is_string()) texts[name] = value.get<std::string>();
  }
  return texts;
}

}  // namespace aplus::codec
