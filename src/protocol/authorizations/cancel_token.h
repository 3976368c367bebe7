#pragma once

#include <string>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Alipay+ → wallet: from now on neither this token nor its refresh token works.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/cancel_token
struct CancelTokenRequest {
  AcquirerId acquirerId;
  PspId pspId;
  AccessToken accessToken;
  std::string passThroughInfo;

  bool operator==(CancelTokenRequest const&) const = default;
};

/// Acquirer → Alipay+: the same, of a token that it got from Alipay+.
struct AcquirerCancelTokenRequest {
  AcquirerId acquirerId;
  AccessToken accessToken;
  std::string passThroughInfo;

  bool operator==(AcquirerCancelTokenRequest const&) const = default;
};

struct CancelTokenResponse {
  ResultInfo result;
  std::string passThroughInfo;

  bool operator==(CancelTokenResponse const&) const = default;
};

codec::Fields fieldsOf(CancelTokenRequest const*);
codec::Fields fieldsOf(AcquirerCancelTokenRequest const*);
codec::Fields fieldsOf(CancelTokenResponse const*);

}  // namespace aplus::protocol
