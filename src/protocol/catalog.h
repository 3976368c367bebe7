#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/codec/codec.h"
#include "protocol/codec/field.h"
#include "protocol/result_codes.h"
#include "protocol/result_info.h"

namespace aplus::protocol {

/// A side of the protocol, whoever plays it.
enum class Role : unsigned char { wallet, alipayplus, acquirer };

std::string_view name(Role role);

/// A result code as one API uses it.
struct ApiCode {
  std::string_view code;            ///< a row of resultCodes()
  std::string_view when = {};       ///< what is special about it here; empty when nothing is
  bool sandboxChoice = false;       ///< the API's page does not name it, or could not be read
};

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
  codec::Rewrite rewriteRequest;   ///< reads and checks a body and writes it anew
  codec::Rewrite rewriteResponse;
  std::span<ApiCode const> codes;  ///< its own codes; those of the line come on top: lineCodes()
};

/// Every API, each direction once.
std::vector<Api> const& catalog();

/// The codes that every API may answer with, because they speak of the line and of the request's
/// form.
std::span<ApiCode const> lineCodes();

/// Null when there is none.
Api const* findApi(std::string_view name, Role caller);

/// Asserts that the API exists.
Api const& api(std::string_view name, Role caller);

}  // namespace aplus::protocol
