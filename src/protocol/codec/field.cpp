#include "protocol/codec/field.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/currency.h"
#include "base/sim_time.h"
#include "protocol/codec/amount.h"

namespace aplus::codec {
namespace {

bool isKnown(Fields fields, std::string_view name) {
  return std::any_of(fields.begin(), fields.end(), [&](Field const& field) {
    return field.name == name || (!field.alias.empty() && field.alias == name);
  });
}

/// The length in characters, not bytes: what the documents count.
std::size_t characters(std::string_view utf8) {
  return std::size_t(std::count_if(utf8.begin(), utf8.end(),
                                   [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::optional<ValueReader> find(ValueReader const& object, Field const& field) {
  auto value = object.member(field.name);
  if (field.alias.empty()) return value;
  auto const other = object.member(field.alias);
  if (value && other) other->wrong(fmt::format("stands beside {}: one spelling is enough", field.name));
  return value ? value : other;
}

std::string listed(Allowed values) {
  return fmt::format("\"{}\"", fmt::join(values, "\", \""));
}

bool isUrl(std::string_view text) {
  auto const colon = text.find("://");
  bool const scheme = colon != text.npos && colon > 0 &&
                      std::all_of(text.begin(), text.begin() + std::ptrdiff_t(colon), [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
                      });
  return scheme && colon + 3 < text.size() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Digits only, and within the field's limits; -1 when not.
std::int64_t integerOf(Field const& field, std::string_view text) {
  bool const digits = !text.empty() && text.size() <= 18 &&
                      text.find_first_not_of("0123456789") == text.npos &&
                      (text.size() == 1 || text.front() != '0');
  if (!digits) return -1;
  std::int64_t value = 0;
  for (char const c : text) value = value * 10 + (c - '0');
  return value >= field.min && value <= field.max ? value : -1;
}

void readAmountValue(Money& out, ValueReader const& value) {
  std::string const* text = value.textInPlace();
  bool const digits = text && !text->empty() && text->find_first_not_of("0123456789") == text->npos;
  if (!digits) {
    value.wrong(fmt::format("must be a positive whole number of minor units in quotes, such as "
                            "\"100\", not {}",
                            value.shown()));
  } else if (text->size() > kMaxAmountDigits) {
    value.wrong(fmt::format("has more than {} digits; amounts are kept in 64 bits", kMaxAmountDigits));
  } else {
    out.amountMinor = 0;
    for (char const c : *text) out.amountMinor = out.amountMinor * 10 + (c - '0');
    if (out.amountMinor == 0) value.wrong("must be at least one minor unit");
  }
}

}  // namespace

void readObject(void* object, Fields fields, ValueReader const& value) {
  if (!value.isObject()) {
    value.wrong(fmt::format("must be an object, not {}", value.shown()));
    return;
  }
  for (Field const& field : fields) {
    auto const member = find(value, field);
    bool const emptyTakenAsAbsent =
        member && field.emptyIsAbsent && member->textInPlace() && member->textInPlace()->empty();
    if (emptyTakenAsAbsent) {
      member->note(fmt::format("{} is \"\", which the rules forbid; it is taken as absent",
                               member->path()));
    }
    if (member && !emptyTakenAsAbsent) {
      field.read(object, field, *member);
    } else if (field.presence == Presence::required) {
      value.missing(field.name);
    }
  }
  for (Field const& field : fields) {
    if (field.demanded && !field.present(object) && field.demanded(object)) {
      value.missing(field.name, fmt::format("is required when {}", field.when));
    }
  }
  for (std::string_view const name : value.memberNames()) {
    if (!isKnown(fields, name)) {
      value.note(fmt::format("{}.{:.64} is not a field of this message; it is ignored", value.path(), name));
    }
  }
}

void writeObject(void const* object, Fields fields, ObjectWriter& out) {
  for (Field const& field : fields) field.write(object, field, out);
}

std::optional<std::string> problemWith(Field const& field, std::string_view text) {
  if (text.empty()) return "must not be \"\"; leave the field out instead";
  if (field.maxLength > 0 && text.size() > std::size_t(field.maxLength) &&
      characters(text) > std::size_t(field.maxLength)) {
    return fmt::format("has {} characters; at most {} are allowed", characters(text),
                       field.maxLength);
  }
  switch (field.type) {
    case Type::enumeration:
      if (std::find(field.allowed.begin(), field.allowed.end(), text) != field.allowed.end()) break;
      return fmt::format("must be one of {}", listed(field.allowed));
    case Type::datetime:
      if (parseIso8601(text)) break;
      return "must be a time by ISO 8601 with an offset, such as \"2019-05-28T12:12:12+08:00\"";
    case Type::url:
      if (isUrl(text)) break;
      return "must be a URL, such as \"https://example.com/notify\"";
    case Type::decimal:
      if (Decimal::parse(text)) break;
      return "must be a decimal number of at most 18 digits, such as \"10.0000\"";
    case Type::integer:
      if (integerOf(field, text) >= 0) break;
      return field.max == INT64_MAX
                 ? fmt::format("must be a whole number in digits, at least \"{}\"", field.min)
                 : fmt::format("must be a whole number from \"{}\" to \"{}\"", field.min, field.max);
    default: break;
  }
  return std::nullopt;
}

void readValue(std::string& out, Field const& field, ValueReader const& value) {
  std::string const* text = value.textInPlace();
  if (!text) {
    value.wrong(fmt::format("must be a string, not {}", value.shown()));
  } else if (auto const problem = problemWith(field, *text)) {
    value.wrong(field.type == Type::text ? *problem : fmt::format("{}, not {}", *problem, value.shown()));
  } else {
    out = *text;
  }
}

void readValue(std::optional<std::int64_t>& out, Field const& field, ValueReader const& value) {
  std::string text;
  readValue(text, field, value);
  if (!text.empty()) out = integerOf(field, text);
}

void readValue(std::optional<bool>& out, Field const&, ValueReader const& value) {
  auto const text = value.text();
  if (value.boolean()) {
    out = value.boolean();
  } else if (text == "true" || text == "false") {
    out = text == "true";
  } else {
    value.wrong(fmt::format("must be \"true\" or \"false\", not {}", value.shown()));
  }
}

void readValue(Money& out, Field const&, ValueReader const& value) {
  if (!value.isObject()) {
    value.wrong(fmt::format("must be an object with value and currency, not {}", value.shown()));
    return;
  }
  auto const currency = value.member("currency");
  auto const amount = value.member("value");
  if (!amount) value.missing("value");
  if (!currency) value.missing("currency");
  if (!amount || !currency) return;
  readAmountValue(out, *amount);
  out.currency = currency->text().value_or("");
  if (!minorUnits(out.currency)) {
    currency->wrong(fmt::format("must be a currency of ISO 4217 such as \"JPY\", not {}",
                                currency->shown()));
  }
}

void readValue(protocol::ResultStatus& out, Field const&, ValueReader const& value) {
  using protocol::ResultStatus;
  auto const text = value.text();
  if (text == "S") out = ResultStatus::S;
  else if (text == "F") out = ResultStatus::F;
  else if (text == "U") out = ResultStatus::U;
  else value.wrong(fmt::format("must be \"S\", \"F\" or \"U\", not {}", value.shown()));
}

void readValue(std::vector<std::string>& out, Field const& field, ValueReader const& value) {
  for (ValueReader const& element : value.elements()) {
    readValue(out.emplace_back(), field, element);
  }
}

void writeValue(std::string const& value, Field const& field, ObjectWriter& out) {
  if (!value.empty()) out.text(field.name, value);
}

void writeValue(std::optional<bool> const& value, Field const& field, ObjectWriter& out) {
  if (value) out.text(field.name, *value ? "true" : "false");
}

void writeValue(std::optional<std::int64_t> const& value, Field const& field, ObjectWriter& out) {
  if (value) out.text(field.name, fmt::format("{}", *value));
}

void writeValue(Money const& value, Field const& field, ObjectWriter& out) {
  ObjectWriter inner = out.object(field.name);
  inner.text("value", fmt::format("{}", value.amountMinor));
  inner.text("currency", value.currency);
}

void writeValue(protocol::ResultStatus const& value, Field const& field, ObjectWriter& out) {
  out.text(field.name, std::string(1, protocol::letter(value)));
}

void writeValue(std::vector<std::string> const& value, Field const& field, ObjectWriter& out) {
  if (!value.empty()) out.texts(field.name, value);
}

}  // namespace aplus::codec
