#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/context.h"
#include "participants/endpoint.h"
#include "participants/state_writer.h"
#include "participants/wallet/server/account.h"
#include "participants/wallet/server/easy_pay_state.h"
#include "participants/wallet/server/ledger.h"
#include "participants/wallet/server/limits.h"
#include "participants/wallet/server/merchant_presented.h"
#include "participants/wallet/server/payment_record.h"

namespace aplus::wallet::server {

struct IssuedAuthCode {
  CustomerId customerId;
  SimTime expiresAt;
  bool used = false;
  std::string agreement;  ///< the prepared authorization that it is part of; empty for a session's

  bool operator==(IssuedAuthCode const&) const = default;
};

/// What a customer has allowed to whom. Empty for the session of the client SDK.
struct Grant {
  ClientId authClientId;
  std::string referenceMerchantId;
  std::string referenceAgreementId;
  std::vector<std::string> scopes;
  bool byBinding = false;  ///< given by account binding; else signed while paying

  bool operator==(Grant const&) const = default;
};

struct IssuedToken {
  CustomerId customerId;
  AccessToken accessToken;
  SimTime accessTokenExpiresAt;
  RefreshToken refreshToken;
  SimTime refreshTokenExpiresAt;
  Grant grant;
  bool cancelled = false;

  bool operator==(IssuedToken const&) const = default;
};

/// The app's request for payment codes that waits for Alipay+.
struct CodesRequest {
  Envelope request;
  SequenceNo timer = 0;  ///< the response time-out

  bool operator==(CodesRequest const&) const = default;
};

/// How long things live. Sources: the accept_payment page for tokens and payments, the refund page for
/// the refund window; the rest are sandbox choices.
struct Lifetimes {
  std::int64_t authCodeMs = 10 * kMinuteMs;
  std::int64_t accessTokenMs = 30 * kDayMs;
  std::int64_t refreshTokenMs = 730 * kDayMs;
  /// Of a payment for which Alipay+ names no time; the page's upper limit.
  std::int64_t paymentMs = 3 * kMinuteMs;
  std::int64_t refundWindowMs = 366 * kDayMs;

  bool operator==(Lifetimes const&) const = default;
};

/// When the wallet decides about a payment.
enum class Answer : std::uint8_t {
  atOnce,
  later,    ///< it answers PAYMENT_IN_PROCESS, decides later and notifies
  unknown,  ///< it answers UNKNOWN_EXCEPTION though the payment lives on inside, as after a breakdown
};

struct Processing {
  Answer answer = Answer::atOnce;
  std::int64_t decideAfterMs = 30 * kSecondMs;

  bool operator==(Processing const&) const = default;
};

/// No more than so many requests of Alipay+ are looked into within so long.
struct TrafficLimit {
  std::int64_t requests = 0;
  std::int64_t perMs = 0;

  bool operator==(TrafficLimit const&) const = default;
};

/// What differs from wallet to wallet. The page leaves all of it to them.
struct Conduct {
  Processing processing;
  Limits limits;
  bool magicValues = false;  ///< amounts, codes and users of kMagicValues force their outcome
  /// Merchants that may be paid, by referenceMerchantId; nothing: all of them.
  std::optional<std::set<std::string>> registeredMerchants;
  std::optional<TrafficLimit> traffic;
  std::set<std::string> deniedApis;      ///< APIs that Alipay+ may not call
  std::int64_t feeBasisPoints = 0;       ///< taken from the user on top of payToAmount
  std::int64_t cashbackBasisPoints = 0;  ///< of payToAmount, the wallet's own promotion

  bool operator==(Conduct const&) const = default;
};

struct State {
  PspId pspId;
  std::string issuer;    ///< the six digits that its auth codes and tokens begin with
  std::string currency;  ///< the only one that accounts of this wallet are in
  QuoteScaling quoteScaling = QuoteScaling::majorUnits;  ///< as Alipay+ reads its quotes
  Lifetimes lifetimes;
  Conduct conduct;
  std::optional<Endpoint> endpoint;  ///< the line to Alipay+

  std::map<CustomerId, Account> accounts;
  std::map<AuthCode, IssuedAuthCode> authCodes;
  std::map<AccessToken, IssuedToken> tokens;
  /// Refresh tokens that were used -> the access token that they were exchanged for.
  std::map<RefreshToken, AccessToken> refreshed;
  std::map<SequenceNo, CodesRequest> codeRequests;  ///< by the number of our getPaymentCode

  std::vector<SimTime> lookedInto;  ///< when, as far as it counts for the traffic limit

  std::map<PaymentRequestId, Payment> payments;
  /// Cancelled before they were ever asked for, so that a pay that comes late finds them closed.
  std::set<PaymentRequestId> cancelledUnseen;
  std::map<RefundRequestId, Refund> refunds;
  std::map<PaymentRequestId, Notification> notifications;
  std::map<SequenceNo, PaymentRequestId> pendingNotifications;  ///< requests without a response yet
  SimTime lastDecisionAt;  ///< for describe(), which has no clock: limits are shown as of then
  Ledger ledger;
  MerchantPresented merchantPresented;
  EasyPay easyPay;

  bool operator==(State const&) const = default;
};

void onMessage(State& state, Envelope const& message, Context& context);
void onTimer(State& state, Timer const& timer, Context& context);
void describe(State const& state, StateWriter& out);

}  // namespace aplus::wallet::server
