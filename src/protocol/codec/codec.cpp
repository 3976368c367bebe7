#include "protocol/codec/codec.h"

#include <nlohmann/json.hpp>

#include "protocol/codec/json_text.h"

namespace aplus::codec {

using Json = nlohmann::ordered_json;

namespace {

// Texts that entered a message from outside may hold bytes that are no UTF-8; they are replaced
// rather than thrown about.
std::string dump(Json const& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

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
  Json json = Json::object();
  ObjectWriter writer(json);
  writeObject(object, fields, writer);
  return dump(json);
}

std::string encodeTexts(std::vector<std::pair<std::string_view, std::string_view>> const& members) {
  Json json = Json::object();
  for (auto const& [name, value] : members) json[std::string(name)] = std::string(value);
  return dump(json);
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
