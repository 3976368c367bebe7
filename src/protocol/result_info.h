#pragma once

#include <string>
#include <string_view>

namespace aplus::protocol {

/// How a call or a payment ended: S and F are final, U means that it is not known yet.
enum class ResultStatus : unsigned char { S, F, U };

char letter(ResultStatus status);

/// The `result` object that every response carries.
struct ResultInfo {
  ResultStatus resultStatus = ResultStatus::U;
  std::string resultCode;
  std::string resultMessage;

  bool success() const { return resultStatus == ResultStatus::S; }
  bool operator==(ResultInfo const&) const = default;
};

/// The result with this code, its status and published message filled in from the catalog.
/// Asserts that the code is known.
ResultInfo makeResult(std::string_view code);

/// The same with a message that says more, for people who debug; cut to what the field takes.
ResultInfo makeResult(std::string_view code, std::string message);

}  // namespace aplus::protocol
