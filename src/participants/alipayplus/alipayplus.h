#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/context.h"
#include "participants/endpoint.h"
#include "participants/state_writer.h"
#include "protocol/result_info.h"

namespace aplus::alipayplus {

/// A wallet that takes part in the network.
struct WalletPartner {
  PspId pspId;
  std::string currency;       ///< in which it settles
  std::string issuerPrefix;   ///< the six digits that its payment codes begin with
  std::string payUri;         ///< the wallet defines its own paths
  std::string applyTokenUri;

  bool operator==(WalletPartner const&) const = default;
};

struct Session {
  CustomerId customerId;
  AccessToken accessToken;
  SimTime accessTokenExpiresAt;
  RefreshToken refreshToken;
  SimTime expiresAt;

  bool operator==(Session const&) const = default;
};

struct IssuedCode {
  CustomerId customerId;
  std::string region;
  SimTime expiresAt;
  bool used = false;

  bool operator==(IssuedCode const&) const = default;
};

struct Quote {
  std::string quoteId;
  std::string pair;  ///< two currencies in either order, such as JPY/KRW
  std::string price;

  bool operator==(Quote const&) const = default;
};

/// A payment as Alipay+ remembers it, known to each side under another id.
struct Payment {
  PaymentRequestId acquirerRequestId;
  PaymentRequestId walletRequestId;
  AcquirerId acquirerId;
  PaymentId paymentId;  ///< given by Alipay+, for the acquirer
  CustomerId customerId;
  PaymentCode paymentCode;
  Money paymentAmount;
  Money payToAmount;
  protocol::ResultInfo result;
  std::string paymentTime;  ///< only when paid

  bool operator==(Payment const&) const = default;
};

/// What Alipay+ does when the wallet server has answered one of its requests.
struct PendingCall {
  enum class Purpose : std::uint8_t { createSession, pay };

  Purpose purpose = Purpose::createSession;
  /// The message that waits for the outcome, kept whole because its response is signed with it.
  Envelope waiting;
  PaymentRequestId acquirerRequestId;  ///< only for `pay`

  bool operator==(PendingCall const&) const = default;
};

struct Lifetimes {
  /// Source: the accept_payment page, 30 minutes by default.
  std::int64_t sessionMs = 30 * kMinuteMs;
  /// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code
  std::int64_t paymentCodeMs = kMinuteMs;

  bool operator==(Lifetimes const&) const = default;
};

struct State {
  WalletPartner wallet;
  std::optional<Endpoint> walletEndpoint;
  std::optional<Endpoint> acquirerEndpoint;
  AcquirerId acquirerId;  ///< of the acquirer that takes part
  std::vector<Quote> quotes;
  QuoteScaling quoteScaling = QuoteScaling::majorUnits;
  Lifetimes lifetimes;

  std::map<SessionId, Session> sessions;
  std::map<PaymentCode, IssuedCode> codes;
  std::map<PaymentRequestId, Payment> payments;  ///< by the acquirer's id
  std::map<SequenceNo, PendingCall> pending;

  bool operator==(State const&) const = default;
};

void onMessage(State& state, Envelope const& message, Context& context);
void onTimer(State& state, Timer const& timer, Context& context);
void describe(State const& state, StateWriter& out);

}  // namespace aplus::alipayplus
