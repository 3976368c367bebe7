#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace aplus::protocol {

// EMVCo merchant-presented codes: entries of a two-digit id, a two-digit length and a value, the last one
// a checksum over all before it. Merchant account information (ids 26 to 51) holds entries again.
// Source: EMV QR Code Specification for Payment Systems, Merchant-Presented Mode.

struct EmvEntry {
  std::string id;
  std::string value;

  bool operator==(EmvEntry const&) const = default;
};

/// Error `INVALID_CODE` when the text is no such code or its checksum is wrong.
Result<std::vector<EmvEntry>> parseEmvCode(std::string_view text);

/// The entries inside a value; error `INVALID_CODE`.
Result<std::vector<EmvEntry>> parseEmvEntries(std::string_view text);

/// The value of the first entry of that id, null when there is none.
std::string const* findEmv(std::vector<EmvEntry> const& entries, std::string_view id);

/// The entries as one text with the checksum at its end. Asserts ids of two digits and values of at
/// most 99 characters.
std::string makeEmvCode(std::vector<EmvEntry> const& entries);
std::string makeEmvEntries(std::vector<EmvEntry> const& entries);

inline constexpr std::string_view kEmvInitiation = "01";  ///< 11: static, 12: for one payment
inline constexpr std::string_view kEmvChecksum = "63";

}  // namespace aplus::protocol
