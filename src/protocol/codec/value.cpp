#include "protocol/codec/value.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace aplus::codec {

using Json = nlohmann::ordered_json;

ValueReader::ValueReader(Json const& json, std::string path, Findings& findings)
    : json_(&json), path_(std::move(path)), findings_(&findings) {}

bool ValueReader::isNull() const { return json_->is_null(); }
bool ValueReader::isObject() const { return json_->is_object(); }

std::optional<std::string> ValueReader::text() const {
  if (!json_->is_string()) return std::nullopt;
  return json_->get<std::string>();
}

std::optional<bool> ValueReader::boolean() const {
  if (!json_->is_boolean()) return std::nullopt;
  return json_->get<bool>();
}

std::optional<std::int64_t> ValueReader::integer() const {
  if (!json_->is_number_integer()) return std::nullopt;
  return json_->get<std::int64_t>();
}

std::optional<ValueReader> ValueReader::member(std::string_view name) const {
  auto const found = json_->find(std::string(name));
  if (found == json_->end() || found->is_null()) return std::nullopt;
  return ValueReader(*found, fmt::format("{}.{}", path_, name), *findings_);
}

std::vector<std::string> ValueReader::memberNames() const {
  std::vector<std::string> names;
  for (auto const& item : json_->items()) names.push_back(item.key());
  return names;
}

std::vector<ValueReader> ValueReader::elements() const {
  std::vector<ValueReader> result;
  if (!json_->is_array()) {
    wrong(fmt::format("must be an array, not {}", shown()));
    return result;
  }
  for (std::size_t i = 0; i < json_->size(); ++i) {
    result.emplace_back((*json_)[i], fmt::format("{}[{}]", path_, i), *findings_);
  }
  return result;
}

void ValueReader::wrong(std::string message) const {
  if (findings_->error) return;
  findings_->error = Error{"PARAM_ILLEGAL", path_, std::move(message)};
}

void ValueReader::missing(std::string_view name) const {
  if (findings_->error) return;
  findings_->error = Error{"PARAM_ILLEGAL", fmt::format("{}.{}", path_, name), "is required"};
}

void ValueReader::note(std::string text) const { findings_->notes.push_back(std::move(text)); }

std::string ValueReader::shown() const {
  if (json_->is_object()) return "an object";
  if (json_->is_array()) return "an array";
  std::string text = json_->dump(-1, ' ', true, Json::error_handler_t::replace);
  return text.size() <= 40 ? text : text.substr(0, 37) + "...";
}

ObjectWriter::ObjectWriter(Json& json) : json_(&json) {
  if (json_->is_null()) *json_ = Json::object();
}

void ObjectWriter::text(std::string_view name, std::string_view value) {
  (*json_)[std::string(name)] = std::string(value);
}

void ObjectWriter::texts(std::string_view name, std::vector<std::string> const& values) {
  (*json_)[std::string(name)] = values;
}

ObjectWriter ObjectWriter::object(std::string_view name) {
  return ObjectWriter((*json_)[std::string(name)]);
}

ObjectWriter ObjectWriter::appendObject(std::string_view name) {
  Json& array = (*json_)[std::string(name)];
  array.push_back(Json::object());
  return ObjectWriter(array.back());
}

}  // namespace aplus::codec
