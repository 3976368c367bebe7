#pragma once

#include <optional>
#include <string>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Wallet → Alipay+: may the user end this authorization?
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/consult_unbinding
struct ConsultUnbindingRequest {
  ClientId authClientId;
  std::string referenceMerchantId;
  AccessToken accessToken;

  bool operator==(ConsultUnbindingRequest const&) const = default;
};

struct ConsultUnbindingResponse {
  ResultInfo result;
  std::optional<bool> allowUnbinding;

  bool operator==(ConsultUnbindingResponse const&) const = default;
};

codec::Fields fieldsOf(ConsultUnbindingRequest const*);
codec::Fields fieldsOf(ConsultUnbindingResponse const*);

}  // namespace aplus::protocol
