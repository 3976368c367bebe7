#pragma once

#include <string_view>
#include <vector>

#include "protocol/result_info.h"

namespace aplus::protocol {

/// A result code: what it says of the payment or call, in the published words and in ours.
struct ResultCode {
  std::string_view code;
  ResultStatus status;
  std::string_view message;  ///< the published message
  std::string_view meaning;  ///< in our own words: when it is given
  std::string_view next;     ///< who does what next
};

/// Every code that any API of the catalog may answer with, each once.
std::vector<ResultCode> const& resultCodes();

/// Null when no API knows it.
ResultCode const* findResultCode(std::string_view code);

}  // namespace aplus::protocol
