#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/money.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/context.h"
#include "participants/endpoint.h"
#include "participants/state_writer.h"
#include "participants/wallet/server/ledger.h"
#include "protocol/result_info.h"

namespace aplus::wallet::server {

enum class AccountStatus : std::uint8_t { active, frozen };

struct Account {
  CustomerId customerId;
  std::string appToken;  ///< with which this customer's app identifies itself
  std::string loginId;   ///< masked, as it may be shown
  AccountStatus status = AccountStatus::active;
  std::string ledgerAccount;

  bool operator==(Account const&) const = default;
};

struct IssuedAuthCode {
  CustomerId customerId;
  SimTime expiresAt;
  bool used = false;

  bool operator==(IssuedAuthCode const&) const = default;
};

struct IssuedToken {
  CustomerId customerId;
  AccessToken accessToken;
  SimTime accessTokenExpiresAt;
  RefreshToken refreshToken;
  SimTime refreshTokenExpiresAt;

  bool operator==(IssuedToken const&) const = default;
};

/// The app's request for payment codes that waits for Alipay+.
struct CodesRequest {
  Envelope request;
  SequenceNo timer = 0;  ///< the response time-out

  bool operator==(CodesRequest const&) const = default;
};

/// A payment as the wallet remembers it, so that a repeated request gets the same answer.
struct Payment {
  PaymentRequestId paymentRequestId;
  CustomerId customerId;
  Money paymentAmount;
  Money payToAmount;
  std::string paymentMethodId;
  protocol::ResultInfo result;
  PaymentId paymentId;      ///< only when paid
  std::string paymentTime;  ///< only when paid

  bool operator==(Payment const&) const = default;
};

/// How long things live. Sources: the accept_payment page for tokens; the rest are sandbox choices.
struct Lifetimes {
  std::int64_t authCodeMs = 10 * kMinuteMs;
  std::int64_t accessTokenMs = 30 * kDayMs;
  std::int64_t refreshTokenMs = 730 * kDayMs;

  bool operator==(Lifetimes const&) const = default;
};

struct State {
  PspId pspId;
  std::string issuer;    ///< the six digits that its auth codes and tokens begin with
  std::string currency;  ///< the only one that accounts of this wallet are in
  QuoteScaling quoteScaling = QuoteScaling::majorUnits;  ///< as Alipay+ reads its quotes
  Lifetimes lifetimes;
  std::optional<Endpoint> endpoint;  ///< the line to Alipay+

  std::map<CustomerId, Account> accounts;
  std::map<AuthCode, IssuedAuthCode> authCodes;
  std::map<AccessToken, IssuedToken> tokens;
  /// Refresh tokens that were used -> the access token that they were exchanged for.
  std::map<RefreshToken, AccessToken> refreshed;
  std::map<SequenceNo, CodesRequest> codeRequests;  ///< by the number of our getPaymentCode
  std::map<PaymentRequestId, Payment> payments;
  Ledger ledger;

  bool operator==(State const&) const = default;
};

void onMessage(State& state, Envelope const& message, Context& context);
void onTimer(State& state, Timer const& timer, Context& context);
void describe(State const& state, StateWriter& out);

}  // namespace aplus::wallet::server
