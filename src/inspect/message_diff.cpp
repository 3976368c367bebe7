#include "inspect/message_diff.h"

#include <map>

#include "inspect/pretty_json.h"

namespace aplus::inspect {
namespace {

/// A message as places and values.
std::vector<JsonLeaf> placesOf(Envelope const& envelope) {
  std::vector<JsonLeaf> places;
  protocol::HttpMessage const& message = envelope.message;
  if (envelope.kind == Kind::http) {
    places.push_back({"Method", message.method});
    places.push_back({"URI", message.uri});
    for (protocol::Header const& header : message.headers) places.push_back({header.name, header.value});
  }
  PrettyJson const json = prettyJson(message.body);
  if (!json.wellFormed && !message.body.empty()) places.push_back({"Body", message.body});
  for (JsonField const& field : json.fields) {
    if (field.scalar) places.push_back({field.path, valueOfToken(json.token(field))});
  }
  return places;
}

std::map<std::string_view, std::size_t> indexOf(std::vector<JsonLeaf> const& places) {
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < places.size(); ++i) index.try_emplace(places[i].path, i);
  return index;
}

}  // namespace

std::vector<FieldDiff> diffFields(Envelope const& left, Envelope const& right) {
  std::vector<JsonLeaf> const a = placesOf(left), b = placesOf(right);
  auto const inA = indexOf(a), inB = indexOf(b);
  std::vector<FieldDiff> rows;
  // What only the right one has stands where the right one has it.
  std::size_t j = 0;
  auto const takeRight = [&](std::size_t done) {
    for (; j < b.size(); ++j) {
      auto const here = inA.find(b[j].path);
      if (here == inA.end()) rows.push_back({b[j].path, std::nullopt, b[j].value});
      else if (here->second >= done) return;  // comes with the left one's place
    }
  };
  for (std::size_t i = 0; i < a.size(); ++i) {
    takeRight(i);
    auto const other = inB.find(a[i].path);
    rows.push_back({a[i].path, a[i].value, other == inB.end() ? std::nullopt : std::optional(b[other->second].value)});
  }
  takeRight(a.size());
  return rows;
}

}  // namespace aplus::inspect
