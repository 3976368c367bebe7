#pragma once

#include <string_view>
#include <vector>

#include "protocol/codec/field.h"
#include "protocol/result_info.h"

namespace aplus::protocol {

/// A side of the protocol, whoever plays it.
enum class Role : unsigned char { wallet, alipayplus, acquirer };

std::string_view name(Role role);

/// A result code: what it says of the payment or call, in the published words and in ours.
struct ResultCode {
  std::string_view code;
  ResultStatus status;
  std::string_view message;  ///< the published message
  std::string_view meaning;  ///< in our own words: when it is given and who does what next
};

std::vector<ResultCode> const& resultCodes();
ResultCode const* findResultCode(std::string_view code);

/// One API: who calls whom, where, with what.
struct Api {
  std::string_view name;
  Role caller;
  Role callee;
  std::string_view path;
  std::string_view docPage;
  std::string_view purpose;
  codec::Fields request;
  codec::Fields response;
};

/// Every API, each direction once.
std::vector<Api> const& catalog();

/// Asserts that the API exists.
Api const& api(std::string_view name, Role caller);

}  // namespace aplus::protocol
