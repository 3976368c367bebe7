#include "support/message_maker.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/sim_time.h"

namespace aplus::test {

using codec::Field;
using codec::Presence;
using codec::Type;
using Json = nlohmann::ordered_json;

namespace {

/// Characters of one to four bytes, and those that JSON must escape.
std::string makeText(int maxLength, Rng& rng) {
  static constexpr std::string_view kCharacters[] = {"a", "Z", "7", " ", "\"", "\\", "/", "\n", "\x01",
                                                     "é", "京", "😀"};
  int const longest = maxLength == 0 ? 40 : std::min(maxLength, 40);
  int const length = 1 + int(rng.below(std::uint64_t(longest)));
  std::string text;
  for (int i = 0; i < length; ++i) text += kCharacters[rng.below(std::size(kCharacters))];
  return text;
}

std::string makeDatetime(Rng& rng) {
  SimTime const time{std::int64_t(rng.below(4102444800000))};
  UtcOffset const offset{(std::int32_t(rng.below(57)) - 28) * 30};
  switch (rng.below(3)) {
    case 0: return formatIso8601(time, offset);
    case 1: return formatIso8601Seconds(time, offset);
    default: return formatIso8601Seconds(time, UtcOffset{0}).substr(0, 19) + ".09Z";
  }
}

Json makeAmount(Rng& rng) {
  static constexpr std::string_view kCurrencies[] = {"JPY", "KRW", "CNY", "KWD", "CLF"};
  Json amount = Json::object();
  amount["value"] = std::to_string(1 + rng.below(999999999999999999));
  amount["currency"] = std::string(kCurrencies[rng.below(std::size(kCurrencies))]);
  return amount;
}

std::string makeInteger(Field const& field, Rng& rng) {
  auto const span = std::uint64_t(std::min<std::int64_t>(field.max, 1000000) - field.min);
  return std::to_string(field.min + std::int64_t(rng.below(span + 1)));
}

std::string makeDecimal(Rng& rng) { return fmt::format("{}.{:04}", rng.below(1000), rng.below(10000)); }

}  // namespace

Json makeValue(Field const& field, Rng& rng, Extent extent) {
  switch (field.type) {
    case Type::text: return makeText(field.maxLength, rng);
    case Type::enumeration: return std::string(field.allowed[std::size_t(rng.below(field.allowed.size()))]);
    case Type::datetime: return makeDatetime(rng);
    case Type::url: return "https://example.com/" + rng.alphanumeric(1 + int(rng.below(30)));
    case Type::decimal: return makeDecimal(rng);
    case Type::integer: return makeInteger(field, rng);
    case Type::boolean: return rng.below(2) == 0 ? "true" : "false";
    case Type::status: return std::string(1, "SFU"[rng.below(3)]);
    case Type::amount: return makeAmount(rng);
    case Type::object: return makeMessage(field.nested(), rng, extent);
    case Type::textArray:
    case Type::objectArray: break;
  }
  Json array = Json::array();
  std::uint64_t const size = extent == Extent::everything ? 1 : 1 + rng.below(3);
  for (std::uint64_t i = 0; i < size; ++i) {
    if (field.type == Type::textArray) array.push_back(makeText(field.maxLength, rng));
    else array.push_back(makeMessage(field.nested(), rng, extent));
  }
  return array;
}

Json makeMessage(codec::Fields fields, Rng& rng, Extent extent) {
  Json message = Json::object();
  for (Field const& field : fields) {
    // What the codec itself may demand is always there; each such row is tested on its own.
    bool const sure = extent == Extent::everything || field.presence == Presence::required ||
                      field.demanded != nullptr;
    if (sure || rng.below(2) == 0) message[std::string(field.name)] = makeValue(field, rng, extent);
  }
  return message;
}

}  // namespace aplus::test
