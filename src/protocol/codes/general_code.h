#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "protocol/codes/explained_code.h"

namespace aplus::protocol {

// The general form of codes that merchants show: `HTTPS://DOMAIN/MPM/3/…` with a payload in Base64.
// The payload is one entry `GPLD` that holds others; an entry is an id of four characters, a length
// of three digits and a value. What CDSD and CIRD hold has ids and lengths of two digits.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/code-scanning-payment-standards/mpmcodesample

struct CodeEntry {
  std::string id;
  std::string value;               ///< empty when it holds entries
  std::vector<CodeEntry> entries;

  bool operator==(CodeEntry const&) const = default;

  /// The first entry of this id; null when there is none.
  CodeEntry const* find(std::string_view wanted) const;
};

struct GeneralCode {
  std::string domain;
  std::vector<CodeEntry> entries;  ///< what GPLD holds

  bool operator==(GeneralCode const&) const = default;
};

/// Error `INVALID_CODE` says at which character of the address or the payload it goes wrong.
Result<GeneralCode> parseGeneralCode(std::string_view url);

/// The payload before Base64: `GPLD095PLVS00201…`. Error `INVALID_CODE`.
Result<std::vector<CodeEntry>> parseGeneralPayload(std::string_view payload);

/// Error `INVALID_CODE` when an id has a wrong length or a value is too long for its length digits.
Result<std::string> makeGeneralPayload(std::vector<CodeEntry> const& entries);
Result<std::string> makeGeneralCode(GeneralCode const& code);

/// Takes the address apart: scheme and domain, form, payload.
Result<ExplainedCode> explainGeneralCode(std::string_view url);

/// Takes the payload apart, down to each id, length and value.
Result<ExplainedCode> explainGeneralPayload(std::string_view payload);

}  // namespace aplus::protocol
