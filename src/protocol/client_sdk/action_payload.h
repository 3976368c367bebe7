#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/money.h"
#include "protocol/codec/field.h"

namespace aplus::protocol {

/// What Alipay+ tells its client SDK through the wallet: which error page to open, and what stands on it.
/// The wallet passes it on without looking. Sandbox choice: what the real payload holds is not published.
struct ActionPayload {
  std::string v;       ///< version of this form
  std::string type;    ///< kOpenErrorPage
  std::string reason;  ///< one of kLimitReasons
  Money limit;
  Money amount;  ///< what the user wanted to pay
  std::optional<Money> used;  ///< for the limits of a year: what counted before, when that is not nothing
  std::string check;  ///< made by encodeActionPayload()

  bool operator==(ActionPayload const&) const = default;
};

inline constexpr std::string_view kPayloadVersion = "1";
inline constexpr std::string_view kOpenErrorPage = "OPEN_ERROR_PAGE";
inline constexpr std::string_view kSingleLimit = "SINGLE_LIMIT";
inline constexpr std::string_view kYearLimit = "YEAR_LIMIT";
inline constexpr std::string_view kEntrySingleLimit = "ENTRY_SINGLE_LIMIT";
inline constexpr std::string_view kEntryYearLimit = "ENTRY_YEAR_LIMIT";
inline constexpr std::string_view kLimitReasons[] = {kSingleLimit, kYearLimit, kEntrySingleLimit,
                                                     kEntryYearLimit};

/// Base64 in the alphabet for addresses, without padding, of a JSON text. `check` is a digest of all
/// the rest and is made here.
std::string encodeActionPayload(ActionPayload payload);

/// Error `PARAM_ILLEGAL` when a single byte is not as it was made.
Result<ActionPayload> decodeActionPayload(std::string_view text);

codec::Fields fieldsOf(ActionPayload const*);

}  // namespace aplus::protocol
