#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/envelope.h"
#include "protocol/authorizations/auth_notify.h"
#include "protocol/authorizations/prepare.h"
#include "protocol/payments/pay.h"

namespace aplus::alipayplus {

/// How far the user has come on a page of Alipay+.
enum class PageStep : std::uint8_t {
  account,    ///< the page asks which wallet account it is
  asking,     ///< it waits for the wallet before the password
  otp,        ///< it asks for the one-time password
  verifying,  ///< it waits for the wallet after the password
  ended,      ///< the browser was sent back to the merchant
};

std::string_view name(PageStep step);

/// A page that Alipay+ shows to a user: for a payment, or for an authorization.
struct HostedPage {
  std::string url;
  std::string backTo;  ///< where the merchant wants the browser back
  PageStep step = PageStep::account;
  bool asksForLoginId = false;  ///< the merchant did not say who it is
  bool confirmed = false;       ///< the user has said that this is the account
  bool visited = false;
  std::string userLoginId;
  std::string userLoginIdType;
  std::string verifyRequestId;  ///< of the last one-time password
  SimTime resendAt;             ///< from when on another one may be asked for
  std::string message;          ///< what the page says besides

  bool operator==(HostedPage const&) const = default;
};

/// An Easy Pay payment, besides what is kept of all payments.
struct EasyPayment {
  HostedPage page;
  protocol::PayRequest pay;   ///< what the calls to the wallet have in common
  bool ordered = false;       ///< the wallet was asked to make the order, so it has to be undone there as well
  bool agrees = false;        ///< the user ticked the agreement
  std::string authState;
  std::string orderedWith;    ///< the verifyRequestId that the wallet gave with the order

  bool operator==(EasyPayment const&) const = default;
};

/// An authorization by one-time password that the acquirer has asked for.
struct Binding {
  HostedPage page;
  protocol::AcquirerPrepareRequest request;
  AuthCode authCode;
  std::string otpCode;       ///< while applyToken is under way: it may have to be repeated
  std::int32_t attempts = 0; ///< of applyToken with that password
  SequenceNo timer = 0;      ///< the next one; 0 when none is due
  protocol::ResultInfo result;

  bool operator==(Binding const&) const = default;
};

/// An authorization that a user has given.
struct Agreement {
  std::string referenceAgreementId;  ///< as the acquirer knows it
  ClientId authClientId;
  std::string referenceMerchantId;
  CustomerId customerId;
  std::string userLoginId;  ///< masked
  std::vector<std::string> scopes;
  bool byBinding = false;
  AccessToken accessToken;  ///< the wallet's current one; the acquirer keeps the first
  SimTime accessTokenExpiresAt;
  RefreshToken refreshToken;
  SimTime refreshTokenExpiresAt;
  bool ended = false;

  bool operator==(Agreement const&) const = default;
};

/// How far telling the acquirer of an authorization has come.
struct AgreementNotice {
  protocol::AuthNotifyRequest request;
  std::int32_t attempts = 0;
  SequenceNo timer = 0;
  bool acknowledged = false;

  bool operator==(AgreementNotice const&) const = default;
};

/// A mistake that Alipay+ of this world makes, to see what the wallet answers. Sandbox choice.
enum class EasyPayMistake : std::uint8_t {
  none,
  noAgreementFlag,       ///< isAgreementPayment is missing
  noOrder,               ///< the second call is left out
  wrongVerifyRequestId,  ///< the third call names a password that never was
  otherOrdersPassword,   ///< the third call names the password of the order before
  otherAmount,           ///< the third call names another amount than the second
};

std::string_view name(EasyPayMistake mistake);

/// How authNotify is answered, when not with SUCCESS.
struct AuthNotifyConduct {
  std::string code = "UNKNOWN_EXCEPTION";
  std::int64_t times = 0;

  bool operator==(AuthNotifyConduct const&) const = default;
};

/// What Alipay+ knows and does in Easy Pay and account binding.
struct EasyPay {
  std::string walletType = "ALIPAY_HK";  ///< the paymentMethodType that means the wallet
  std::string pagesAddress = "https://pages.alipayplus.example";
  EasyPayMistake mistake = EasyPayMistake::none;
  AuthNotifyConduct authNotify;
  /// Sandbox choices: how long the user may take, and a payment without a user.
  std::int64_t paymentMs = 15 * kMinuteMs;
  std::int64_t agreementPaymentMs = kMinuteMs;
  std::int64_t resendAfterMs = 60 * kSecondMs;

  std::map<PaymentRequestId, EasyPayment> payments;  ///< by the acquirer's id
  std::map<std::string, Binding> bindings;           ///< by referenceAgreementId
  std::map<AccessToken, Agreement> agreements;       ///< by the token that the acquirer has
  std::map<PaymentRequestId, AccessToken> paidBy;    ///< payments by agreement, with the acquirer's token
  std::map<std::string, AgreementNotice> notices;    ///< by what happened and the acquirer's token
  std::map<SequenceNo, std::string> pendingNotices;

  bool operator==(EasyPay const&) const = default;
};

}  // namespace aplus::alipayplus
