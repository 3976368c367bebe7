#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/envelope.h"
#include "participants/wallet/server/easy_pay_order.h"
#include "participants/wallet/server/payment_record.h"
#include "protocol/authorizations/auth_notify.h"
#include "protocol/authorizations/prepare.h"
#include "protocol/payments/pay.h"

namespace aplus::wallet::server {

/// Whether short messages go out.
enum class SmsSending : std::uint8_t { works, fails, unknown };

std::string_view name(SmsSending sending);

/// How one-time passwords are made and checked. Sandbox choices: the documents name none of these numbers.
struct OtpRules {
  std::int64_t digits = 6;
  std::int64_t lifetimeMs = 5 * kMinuteMs;
  std::int64_t tries = 3;                       ///< for one password
  std::int64_t resendAfterMs = 60 * kSecondMs;  ///< no sooner is another one sent
  std::int64_t triesPerOrder = 5;  ///< for all passwords of one order or authorization
  std::int64_t triesPerUser = 10;  ///< for all of a user; then none are sent to them for a while
  std::int64_t lockMs = 30 * kMinuteMs;
  SmsSending sending = SmsSending::works;

  bool operator==(OtpRules const&) const = default;
};

/// A one-time password that was sent, named by its verifyRequestId.
struct Otp {
  CustomerId customerId;
  std::string purpose;  ///< the paymentRequestId or referenceAgreementId that it is for
  std::string code;
  SimTime sentAt;
  SimTime expiresAt;
  std::int64_t wrong = 0;  ///< tries that failed
  std::string lastWrong;   ///< a repeated request counts once
  bool ended = false;      ///< used, replaced by another one, or without tries

  bool operator==(Otp const&) const = default;
};

/// What was tried for a user.
struct UserTries {
  std::int64_t wrong = 0;
  SimTime lockedUntil;

  bool operator==(UserTries const&) const = default;
};

/// An order of Easy Pay; its payment is among the payments under the same id.
struct EasyPayOrder {
  OrderPhase phase = OrderPhase::none;
  protocol::PayResponse ordered;  ///< what the second call was answered
  /// What the user signs with the payment; nothing unless they agreed.
  std::optional<protocol::AuthorizationInfo> agreement;

  bool operator==(EasyPayOrder const&) const = default;
};

/// An evaluation and its answer: the same question gets the same answer.
struct Evaluation {
  PaymentContent content;
  protocol::PayResponse answer;

  bool operator==(Evaluation const&) const = default;
};

/// An authorization by one-time password that waits for it.
struct Prepared {
  protocol::PrepareRequest request;
  protocol::PrepareResponse answer;
  CustomerId customerId;
  AccessToken token;        ///< that it was exchanged for; empty before
  std::string verifiedBy;   ///< the verifyRequestId that the right password came with

  bool operator==(Prepared const&) const = default;
};

/// How far telling Alipay+ of an authorization has come.
struct AuthNotice {
  protocol::AuthNotifyRequest request;
  std::int32_t attempts = 0;
  SequenceNo timer = 0;  ///< sends it again; 0 when it will not
  bool acknowledged = false;
  std::string lastAnswer;

  bool operator==(AuthNotice const&) const = default;
};

/// What the wallet knows of Easy Pay and of authorizations.
struct EasyPay {
  std::string walletType = "ALIPAY_HK";  ///< the paymentMethodType that means this wallet
  OtpRules otpRules;

  std::map<std::string, Otp> passwords;              ///< by verifyRequestId
  std::map<std::string, std::int64_t> wrongTries;    ///< by purpose
  std::map<CustomerId, UserTries> userTries;
  std::map<PaymentRequestId, EasyPayOrder> orders;
  std::map<PaymentRequestId, Evaluation> evaluations;
  std::set<PaymentRequestId> neverOrdered;           ///< passwords came for them, and no order
  std::map<std::string, Prepared> prepared;          ///< by authClientId and referenceAgreementId
  std::map<std::string, AuthNotice> notices;         ///< by what happened and the access token
  std::map<SequenceNo, std::string> pendingNotices;  ///< requests without a response yet
  std::map<SequenceNo, AccessToken> consultations;   ///< consultUnbinding without a response yet

  bool operator==(EasyPay const&) const = default;
};

}  // namespace aplus::wallet::server
