// Every message of the catalog, driven by its own table: what is made from the table is read and
// written back to the same bytes, and what breaks a row is refused at that row's path.

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "protocol/catalog.h"
#include "support/message_maker.h"

namespace aplus::test {
namespace {

using codec::Field;
using codec::Presence;
using codec::Type;
using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

struct Message {
  std::string name;
  codec::Fields fields;
  codec::Rewrite rewrite;
};

std::vector<Message> messages() {
  std::vector<Message> all;
  for (protocol::Api const& api : protocol::catalog()) {
    std::string const name = fmt::format("{} from {}", api.name, protocol::name(api.caller));
    all.push_back({name + ", request", api.request, api.rewriteRequest});
    all.push_back({name + ", response", api.response, api.rewriteResponse});
  }
  return all;
}

/// A row of a message's table, wherever it is nested, and where its value stands.
struct Place {
  Field const* field;
  Pointer object;    ///< of the object that the field is in
  std::string path;  ///< as errors name it

  Pointer value() const { return object / std::string(field->name); }
};

void collect(codec::Fields fields, Pointer const& object, std::string const& path,
             std::vector<Place>& out) {
  for (Field const& field : fields) {
    std::string const own = fmt::format("{}.{}", path, field.name);
    out.push_back({&field, object, own});
    if (field.type == Type::object) collect(field.nested(), object / std::string(field.name), own, out);
    if (field.type == Type::objectArray) {
      collect(field.nested(), object / std::string(field.name) / 0, own + "[0]", out);
    }
  }
}

std::vector<Place> places(codec::Fields fields) {
  std::vector<Place> out;
  collect(fields, Pointer(), "$", out);
  return out;
}

std::string bytes(Json const& json) { return json.dump(); }

void expectRefused(Message const& message, Json const& body, std::string const& path,
                   std::string const& what) {
  auto const result = message.rewrite(bytes(body));
  std::string const label = fmt::format("{}: {} at {}", message.name, what, path);
  ASSERT_FALSE(result) << label << " was accepted";
  EXPECT_EQ(result.error().code, "PARAM_ILLEGAL") << label;
  EXPECT_EQ(result.error().path, path) << label << ": " << result.error().message;
  EXPECT_FALSE(result.error().message.empty()) << label;
}

TEST(EveryMessage, MadeFromItsTableComesBackByteForByte) {
  Rng rng(20250115);
  for (Message const& message : messages()) {
    for (int i = 0; i < 60; ++i) {
      std::string const body =
          bytes(makeMessage(message.fields, rng, i % 4 == 0 ? Extent::everything : Extent::some));
      auto const again = message.rewrite(body);
      ASSERT_TRUE(again) << message.name << ": " << again.error().path << " "
                         << again.error().message << "\n" << body;
      ASSERT_EQ(*again, body) << message.name;
    }
  }
}

Json shuffled(Json const& json, Rng& rng) {
  if (json.is_array()) {
    Json result = Json::array();
    for (Json const& element : json) result.push_back(shuffled(element, rng));
    return result;
  }
  if (!json.is_object()) return json;
  std::vector<std::string> names;
  for (auto const& item : json.items()) names.push_back(item.key());
  for (std::size_t i = names.size(); i > 1; --i) std::swap(names[i - 1], names[std::size_t(rng.below(i))]);
  Json result = Json::object();
  for (std::string const& name : names) result[name] = shuffled(json[name], rng);
  result["unknownToAll"] = 1;
  result["nothing"] = nullptr;
  return result;
}

TEST(EveryMessage, IsWrittenInTheDocumentsOrderWhateverOrderItCameIn) {
  Rng rng(7);
  for (Message const& message : messages()) {
    Json const body = makeMessage(message.fields, rng, Extent::everything);
    auto const again = message.rewrite(bytes(shuffled(body, rng)));
    ASSERT_TRUE(again) << message.name << ": " << again.error().path << " " << again.error().message;
    EXPECT_EQ(*again, bytes(body)) << message.name;
  }
}

TEST(EveryField, IsMissedWhenItIsRequired) {
  Rng rng(1);
  for (Message const& message : messages()) {
    Json const whole = makeMessage(message.fields, rng, Extent::everything);
    for (Place const& place : places(message.fields)) {
      if (place.field->presence != Presence::required) continue;
      Json body = whole;
      body[place.object].erase(std::string(place.field->name));
      expectRefused(message, body, place.path, "absent");
      body = whole;
      body[place.value()] = nullptr;
      expectRefused(message, body, place.path, "null");
    }
  }
}

/// A conditional row is either judged by the codec, and then refused in some message, or it is left
/// to the participants, and then never.
TEST(EveryField, IsMissedWhenItsConditionHolds) {
  std::set<std::string> judged, refused;
  Rng rng(2);
  for (Message const& message : messages()) {
    for (Place const& place : places(message.fields)) {
      if (place.field->presence == Presence::required) continue;
      std::string const row = message.name + place.path;
      if (place.field->demanded) judged.insert(row);
      // Which condition holds is left to chance, so a judged row gets several tries.
      int const tries = place.field->demanded ? 40 : 2;
      for (int i = 0; i < tries && refused.count(row) == 0; ++i) {
        Json body = makeMessage(message.fields, rng, Extent::everything);
        body[place.object].erase(std::string(place.field->name));
        auto const result = message.rewrite(bytes(body));
        if (result) continue;
        EXPECT_TRUE(place.field->demanded) << row << ": " << result.error().message;
        EXPECT_EQ(result.error().path, place.path) << row;
        EXPECT_NE(result.error().message.find(place.field->when), std::string::npos) << row;
        refused.insert(row);
      }
    }
  }
  EXPECT_GT(judged.size(), 40u);
  // Two ways to name a payment: only together are they too little.
  for (std::string const& row : judged) {
    bool const alternative = row.find("acquirer (ACQP), request$.paymentRequestId") != row.npos ||
                             row.find("sendOTP") != row.npos;
    EXPECT_TRUE(refused.count(row) == 1 || alternative) << row;
  }
}

std::vector<Json> wrongTypes(Field const& field) {
  switch (field.type) {
    case Type::object:
    case Type::amount: return {"text", 7, true, Json::array()};
    case Type::textArray:
    case Type::objectArray: return {"text", 7, Json::object()};
    case Type::boolean: return {1, "TRUE", "yes", Json::array(), Json::object()};
    default: return {7, 7.5, true, Json::array(), Json::object()};
  }
}

TEST(EveryField, RefusesAnotherType) {
  Rng rng(3);
  for (Message const& message : messages()) {
    Json const whole = makeMessage(message.fields, rng, Extent::everything);
    for (Place const& place : places(message.fields)) {
      for (Json const& wrong : wrongTypes(*place.field)) {
        Json body = whole;
        body[place.value()] = wrong;
        expectRefused(message, body, place.path, wrong.dump());
      }
    }
  }
}

TEST(EveryField, RefusesAnEmptyText) {
  Rng rng(4);
  for (Message const& message : messages()) {
    Json const whole = makeMessage(message.fields, rng, Extent::everything);
    for (Place const& place : places(message.fields)) {
      if (place.field->nested || place.field->emptyIsAbsent) continue;
      Json body = whole;
      body[place.value()] = place.field->type == Type::textArray ? Json::array({""}) : Json("");
      bool const array = place.field->type == Type::textArray;
      expectRefused(message, body, place.path + (array ? "[0]" : ""), "\"\"");
    }
  }
}

TEST(EveryField, RefusesWhatIsTooLong) {
  Rng rng(5);
  int checked = 0;
  for (Message const& message : messages()) {
    Json const whole = makeMessage(message.fields, rng, Extent::everything);
    for (Place const& place : places(message.fields)) {
      if (place.field->maxLength == 0) continue;
      std::string const start = place.field->type == Type::url ? "https://e/" : "";
      auto const digit = place.field->type == Type::decimal ? '1' : 'x';
      std::string const longest =
          start + std::string(std::size_t(place.field->maxLength) - start.size(), digit);
      bool const array = place.field->type == Type::textArray;
      auto const as = [&](std::string const& text) { return array ? Json::array({text}) : Json(text); };
      Json body = whole;
      body[place.value()] = as(longest + std::string(1, digit));
      expectRefused(message, body, place.path + (array ? "[0]" : ""), "one character too many");
      if (place.field->type == Type::decimal) continue;  // has a shorter limit of its own: 18 digits
      body[place.value()] = as(longest);
      EXPECT_TRUE(message.rewrite(bytes(body))) << message.name << place.path << " with its full length";
      ++checked;
    }
  }
  EXPECT_GT(checked, 300);
}

/// Values of the right JSON type that a field of the type must refuse.
std::vector<std::string> wrongTexts(Field const& field) {
  switch (field.type) {
    case Type::enumeration: return {"NONE_OF_THEM", "x"};
    case Type::status: return {"A", "s", "SUCCESS"};
    case Type::datetime:
      return {"2025-01-15", "2025-01-15T09:00:00", "2025-02-30T09:00:00Z", "1736902800000", "now"};
    case Type::url: return {"example.com", "https://", "https://a b", "://x", "https://\u4eac"};
    case Type::decimal: return {"1,5", "-1", "1.", ".5", "1e3", "1234567890123456789"};
    case Type::integer: return {"-1", "1.5", "01", "x", "1000000000000000000000"};
    default: return {};
  }
}

TEST(EveryField, RefusesAValueThatItsTypeForbids) {
  Rng rng(6);
  for (Message const& message : messages()) {
    Json const whole = makeMessage(message.fields, rng, Extent::everything);
    for (Place const& place : places(message.fields)) {
      for (std::string const& wrong : wrongTexts(*place.field)) {
        Json body = whole;
        body[place.value()] = wrong;
        expectRefused(message, body, place.path, wrong);
        auto const error = message.rewrite(bytes(body)).error();
        for (std::string_view const allowed : place.field->allowed) {
          EXPECT_NE(error.message.find(allowed), std::string::npos) << "the message names what is allowed";
        }
      }
    }
  }
}

TEST(EveryAmount, RefusesWhatIsNoWholeNumberOfMinorUnits) {
  struct Row {
    char const* member;
    Json value;
  };
  Row const rows[] = {{"value", "-1"},  {"value", "1.5"},  {"value", "0"},     {"value", "1000000000000000000"},
                      {"value", 100},   {"value", ""},     {"value", nullptr}, {"value", " 1"},
                      {"value", "+1"},  {"value", "1e3"},  {"currency", "XXX"}, {"currency", "jpy"},
                      {"currency", ""}, {"currency", 392}, {"currency", nullptr}};
  Rng rng(8);
  for (Message const& message : messages()) {
    Json const whole = makeMessage(message.fields, rng, Extent::everything);
    for (Place const& place : places(message.fields)) {
      if (place.field->type != Type::amount) continue;
      for (Row const& row : rows) {
        Json body = whole;
        body[place.value()][row.member] = row.value;
        expectRefused(message, body, fmt::format("{}.{}", place.path, row.member), row.value.dump());
      }
    }
  }
}

TEST(EveryAlias, IsReadButTheOfficialSpellingIsSent) {
  int aliases = 0;
  Rng rng(9);
  for (Message const& message : messages()) {
    Json const whole = makeMessage(message.fields, rng, Extent::everything);
    for (Place const& place : places(message.fields)) {
      if (place.field->alias.empty()) continue;
      ++aliases;
      std::string const alias(place.field->alias);
      Json body = whole;
      body[place.object][alias] = body[place.value()];
      expectRefused(message, body, place.path.substr(0, place.path.rfind('.') + 1) + alias, "both spellings");
      body[place.object].erase(std::string(place.field->name));
      EXPECT_EQ(message.rewrite(bytes(body)).value_or(""), bytes(whole)) << place.path;
    }
  }
  EXPECT_GT(aliases, 1);
}

/// Bytes that were hit by chance are refused or read; nothing is thrown, nothing crashes.
TEST(EveryMessage, SurvivesBytesThatWereHit) {
  Rng rng(10);
  for (Message const& message : messages()) {
    std::string const whole = bytes(makeMessage(message.fields, rng, Extent::everything));
    for (int i = 0; i < 60; ++i) {
      std::string body = whole;
      for (std::uint64_t hits = 1 + rng.below(4); hits > 0; --hits) {
        auto const at = std::size_t(rng.below(body.size()));
        switch (rng.below(3)) {
          case 0: body[at] = char(rng.below(256)); break;
          case 1: body.erase(at, std::size_t(1 + rng.below(8))); break;
          default: body.insert(at, 1, "{}[]\",:\\0"[rng.below(9)]); break;
        }
        if (body.empty()) body = " ";
      }
      auto const result = message.rewrite(body);
      if (!result) {
        EXPECT_EQ(result.error().code, "PARAM_ILLEGAL");
        EXPECT_EQ(result.error().path.substr(0, 1), "$");
      }
    }
  }
}

}  // namespace
}  // namespace aplus::test
