#include "protocol/codec/value.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace aplus::codec {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t kRoot = SIZE_MAX;
constexpr std::size_t kMember = SIZE_MAX;

bool isPlain(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

/// Quoted, and escaped by the library where that is needed.
void addText(std::string& out, std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), isPlain)) {
    out += Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

}  // namespace

ValueReader::ValueReader(Json const& json, std::size_t step, Findings& findings)
    : json_(&json), step_(step), findings_(&findings) {}

ValueReader::ValueReader(Json const& root, Findings& findings)
    : ValueReader(root, kRoot, findings) {}

ValueReader ValueReader::child(Json const& json, std::string_view name, std::size_t index) const {
  findings_->steps.push_back({step_, name, index});
  return {json, findings_->steps.size() - 1, *findings_};
}

bool ValueReader::isObject() const { return json_->is_object(); }

std::string const* ValueReader::textInPlace() const {
  return json_->get_ptr<std::string const*>();
}

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
  auto const* members = json_->get_ptr<Json::object_t const*>();
  if (members == nullptr) return std::nullopt;
  for (auto const& [key, value] : *members) {
    if (key != name) continue;
    if (value.is_null()) return std::nullopt;
    return child(value, key, kMember);
  }
  return std::nullopt;
}

std::vector<std::string_view> ValueReader::memberNames() const {
  std::vector<std::string_view> names;
  if (auto const* members = json_->get_ptr<Json::object_t const*>()) {
    for (auto const& member : *members) names.push_back(member.first);
  }
  return names;
}

std::vector<ValueReader> ValueReader::elements() const {
  std::vector<ValueReader> result;
  if (!json_->is_array()) {
    wrong(fmt::format("must be an array, not {}", shown()));
    return result;
  }
  for (std::size_t i = 0; i < json_->size(); ++i) result.push_back(child((*json_)[i], {}, i));
  return result;
}

std::string ValueReader::path() const {
  std::string text;
  for (std::size_t at = step_; at != kRoot; at = findings_->steps[at].parent) {
    auto const& [parent, name, index] = findings_->steps[at];
    text.insert(0, index == kMember ? fmt::format(".{}", name) : fmt::format("[{}]", index));
  }
  return "$" + text;
}

void ValueReader::wrong(std::string message) const {
  if (findings_->error) return;
  findings_->error = Error{"PARAM_ILLEGAL", path(), std::move(message)};
}

void ValueReader::missing(std::string_view name, std::string message) const {
  if (findings_->error) return;
  findings_->error = Error{"PARAM_ILLEGAL", fmt::format("{}.{}", path(), name), std::move(message)};
}

void ValueReader::note(std::string text) const { findings_->notes.push_back(std::move(text)); }

std::string ValueReader::shown() const {
  if (json_->is_object()) return "an object";
  if (json_->is_array()) return "an array";
  std::string text = json_->dump(-1, ' ', true, Json::error_handler_t::replace);
  return text.size() <= 40 ? text : text.substr(0, 37) + "...";
}

ObjectWriter::ObjectWriter(std::string& out) : out_(&out) { out += '{'; }

ObjectWriter::~ObjectWriter() {
  if (!array_.empty()) *out_ += ']';
  *out_ += '}';
}

void ObjectWriter::begin(std::string_view name) {
  if (!array_.empty()) *out_ += ']';
  array_ = {};
  if (any_) *out_ += ',';
  any_ = true;
  addText(*out_, name);
  *out_ += ':';
}

void ObjectWriter::text(std::string_view name, std::string_view value) {
  begin(name);
  addText(*out_, value);
}

void ObjectWriter::texts(std::string_view name, std::vector<std::string> const& values) {
  begin(name);
  *out_ += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) *out_ += ',';
    addText(*out_, values[i]);
  }
  *out_ += ']';
}

ObjectWriter ObjectWriter::object(std::string_view name) {
  begin(name);
  return ObjectWriter(*out_);
}

ObjectWriter ObjectWriter::appendObject(std::string_view name) {
  bool const goesOn = array_ == name;
  if (!goesOn) begin(name);
  *out_ += goesOn ? ',' : '[';
  array_ = name;
  return ObjectWriter(*out_);
}

}  // namespace aplus::codec
