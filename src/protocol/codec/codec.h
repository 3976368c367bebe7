#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "protocol/codec/field.h"

namespace aplus::codec {

/// A message that was read, and harmless things that were noticed on the way.
template <class T>
struct Decoded {
  T value;
  std::vector<std::string> notes;
};

/// Reads a body into the object that `fields` describe. Error `PARAM_ILLEGAL` with the JSON path.
Result<std::vector<std::string>> decodeInto(void* object, Fields fields, std::string_view body);
std::string encodeFrom(void const* object, Fields fields);

/// Reads a body. Error `PARAM_ILLEGAL` with the JSON path, such as `$.paymentAmount.value`.
template <class T>
Result<Decoded<T>> decode(std::string_view body) {
  Decoded<T> decoded;
  auto notes = decodeInto(&decoded.value, fieldsOf(static_cast<T const*>(nullptr)), body);
  if (!notes) return fail(notes.error());
  decoded.notes = std::move(*notes);
  return decoded;
}

/// Writes a message: compact JSON, fields in the documents' order, scalars as strings.
template <class T>
std::string encode(T const& message) {
  return encodeFrom(&message, fieldsOf(&message));
}

/// Reads a body and writes it anew: checked, in the documents' order, without what is unknown.
using Rewrite = Result<std::string> (*)(std::string_view body);

template <class T>
Result<std::string> rewrite(std::string_view body) {
  auto const decoded = decode<T>(body);
  if (!decoded) return fail(decoded.error());
  return encode(decoded->value);
}

/// A flat object of texts, for taps and what screens show.
using Texts = std::map<std::string, std::string>;
std::string encodeTexts(std::vector<std::pair<std::string_view, std::string_view>> const& members);
Texts decodeTexts(std::string_view body);

}  // namespace aplus::codec
