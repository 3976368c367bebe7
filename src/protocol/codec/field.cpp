#include "protocol/codec/field.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/currency.h"

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
  if (!value && !field.alias.empty()) value = object.member(field.alias);
  return value;
}

void readAmountValue(Money& out, ValueReader const& value) {
  auto const text = value.text();
  bool const digits = text && !text->empty() && text->find_first_not_of("0123456789") == text->npos;
  if (!digits) {
    value.wrong(fmt::format("must be a positive whole number of minor units in quotes, such as "
                            "\"100\", not {}",
                            value.shown()));
  } else if (text->size() > 18) {
    value.wrong("has more than 18 digits; amounts are kept in 64 bits");
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
        member && field.emptyIsAbsent && member->text() == std::string();
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
  for (std::string const& name : value.memberNames()) {
    if (!isKnown(fields, name)) {
      value.note(fmt::format("{}.{} is not a field of this message; it is ignored", value.path(), name));
    }
  }
}

void writeObject(void const* object, Fields fields, ObjectWriter& out) {
  for (Field const& field : fields) field.write(object, field, out);
}

void readValue(std::string& out, Field const& field, ValueReader const& value) {
  auto text = value.text();
  if (!text) {
    value.wrong(fmt::format("must be a string, not {}", value.shown()));
  } else if (text->empty()) {
    value.wrong("must not be \"\"; leave the field out instead");
  } else if (field.maxLength > 0 && characters(*text) > std::size_t(field.maxLength)) {
    value.wrong(fmt::format("has {} characters; at most {} are allowed", characters(*text),
                            field.maxLength));
  } else {
    out = std::move(*text);
  }
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
