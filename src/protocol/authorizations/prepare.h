#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/payments/order.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

inline constexpr std::string_view kAuthorizationActions[] = {"SMS"};

/// Alipay+ → wallet: get ready to ask the user for an authorization.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/prepare
struct PrepareRequest {
  AcquirerId acquirerId;
  PspId pspId;
  ClientId authClientId;
  std::string authClientName;
  std::string authClientDisplayName;
  std::string referenceMerchantId;
  std::string referenceAgreementId;
  std::string authRedirectUrl;
  std::string authState;
  std::vector<std::string> scopes;
  std::string terminalType;
  std::string osType;
  std::string customerBelongsTo;
  std::string authorizationAction;
  std::string userLoginId;
  std::string userLoginIdType;
  std::string passThroughInfo;

  bool operator==(PrepareRequest const&) const = default;
};

struct PrepareResponse {
  ResultInfo result;
  std::string authUrl;
  AuthCode authCode;
  std::string verifyRequestId;

  bool operator==(PrepareResponse const&) const = default;
};

/// Acquirer → Alipay+: a merchant's customer wants to bind a wallet account.
struct AcquirerPrepareRequest {
  AcquirerId acquirerId;
  ClientId authClientId;
  std::string authClientName;
  std::string authClientDisplayName;
  std::string referenceMerchantId;
  std::string referenceAgreementId;
  std::string authRedirectUrl;
  std::string authState;
  std::vector<std::string> scopes;
  std::string terminalType;
  std::string osType;
  std::string customerBelongsTo;
  std::string authorizationAction;
  std::string userLoginId;
  std::string userLoginIdType;

  bool operator==(AcquirerPrepareRequest const&) const = default;
};

struct AcquirerPrepareResponse {
  ResultInfo result;
  AcquirerId acquirerId;
  PspId pspId;
  std::string authUrl;

  bool operator==(AcquirerPrepareResponse const&) const = default;
};

codec::Fields fieldsOf(AcquirerPrepareRequest const*);
codec::Fields fieldsOf(AcquirerPrepareResponse const*);
codec::Fields fieldsOf(PrepareRequest const*);
codec::Fields fieldsOf(PrepareResponse const*);

}  // namespace aplus::protocol
