#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/alipayplus/cashier_state.h"
#include "participants/alipayplus/easy_pay_state.h"
#include "participants/alipayplus/merchant_presented.h"
#include "participants/context.h"
#include "participants/endpoint.h"
#include "participants/state_writer.h"
#include "protocol/payments/payment_parts.h"
#include "protocol/result_info.h"

namespace aplus::alipayplus {

/// A wallet that takes part in the network.
struct WalletPartner {
  PspId pspId;
  std::string currency;      ///< in which it settles
  std::string issuerPrefix;  ///< the six digits that its payment codes begin with
  std::map<std::string, std::string> uris;  ///< API -> path: the wallet defines its own
  std::string walletName;                   ///< for systems
  std::string walletBrandName;              ///< for customers

  bool operator==(WalletPartner const&) const = default;
};

/// What a user's authorization gave. It outlives the sessions that are made with it.
struct Login {
  CustomerId customerId;
  AccessToken accessToken;
  SimTime accessTokenExpiresAt;
  RefreshToken refreshToken;
  SimTime refreshTokenExpiresAt;
  SimTime expiresAt;

  bool operator==(Login const&) const = default;
};

struct Session {
  AuthLoginId login;
  SimTime expiresAt;

  bool operator==(Session const&) const = default;
};

struct IssuedCode {
  CustomerId customerId;
  std::string region;
  SimTime validFrom;
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

/// Makes payments in the currency of `savings` cheaper by that much.
struct Promotion {
  std::string promoId;
  std::string promoName;
  std::string promoType;
  Money savings;

  bool operator==(Promotion const&) const = default;
};

/// How far a payment has come.
enum class Stage : std::uint8_t {
  open,        ///< an order that waits for a wallet to hand in its code, or for the user on a page of Alipay+
  paying,      ///< the wallet was asked to pay and has not answered yet
  inquiring,   ///< it answered U or not at all: it is asked again and again
  cancelling,  ///< the payment has to be undone, and the wallet has not said yet that it is
  done,        ///< nothing is left to do
};

std::string_view name(Stage stage);

/// The first notifyPayment of the wallet, which all others must repeat.
struct Notified {
  protocol::ResultInfo paymentResult;
  PaymentId paymentId;
  std::optional<Money> paymentAmount;
  std::optional<Money> payToAmount;
  CustomerId customerId;
  std::optional<Money> customsDeclarationAmount;

  bool operator==(Notified const&) const = default;
};

/// How far telling the acquirer the final result has come.
struct AcquirerNotice {
  std::int32_t attempts = 0;
  SequenceNo timer = 0;  ///< sends it again; 0 when it will not
  bool acknowledged = false;

  bool operator==(AcquirerNotice const&) const = default;
};

/// A payment as Alipay+ remembers it, known to each side under another id.
struct Payment {
  PaymentRequestId acquirerRequestId;
  PaymentRequestId walletRequestId;
  AcquirerId acquirerId;
  PaymentId paymentId;        ///< given by Alipay+, for the acquirer
  PaymentId walletPaymentId;  ///< given by the wallet when it was paid
  CustomerId customerId;
  PaymentCode paymentCode;
  Money orderAmount;    ///< what the acquirer asked for
  Money paymentAmount;  ///< what the wallet was asked for: after promotion, with surcharge
  Money payToAmount;
  std::optional<protocol::PaymentQuote> quote;
  std::optional<protocol::PaymentPromoInfo> promotion;  ///< what was taken off orderAmount
  std::optional<protocol::SurchargeInfo> surcharge;     ///< what was added to it
  SimTime expiresAt;

  Stage stage = Stage::paying;
  protocol::ResultInfo result;  ///< what the acquirer is told
  std::string paymentTime;      ///< only when paid
  bool cancelled = false;       ///< the wallet has confirmed that the payment is undone
  std::int32_t inquiries = 0;
  std::int32_t cancelAttempts = 0;
  SequenceNo timer = 0;             ///< the next inquiry or cancelPayment; 0 when none is due
  std::optional<Notified> notified;
  std::optional<AcquirerNotice> notice;  ///< once the payment has ended

  bool operator==(Payment const&) const = default;
};

/// A refund, known to each side under another id.
struct Refund {
  RefundRequestId acquirerRequestId;
  RefundRequestId walletRequestId;
  PaymentRequestId payment;  ///< the acquirer's id of it
  Money orderAmount;         ///< what the acquirer gives back of its order's price
  Money refundAmount;        ///< the user's part of it: without promotion, with surcharge
  Money refundFromAmount;    ///< the same in the wallet's currency
  std::optional<protocol::PaymentPromoInfo> promotion;  ///< the promotion's part of it
  std::optional<protocol::SurchargeInfo> surcharge;     ///< what of the surcharge goes back with it
  std::string reason;
  protocol::ResultInfo result;  ///< U until the wallet has answered
  RefundId refundId;
  std::string refundTime;
  std::int32_t attempts = 0;
  SequenceNo timer = 0;  ///< the next attempt; 0 when none is due

  bool operator==(Refund const&) const = default;
};

/// What Alipay+ does when the wallet server has answered one of its requests, or has not.
struct PendingCall {
  enum class Purpose : std::uint8_t {
    makeLogin, refreshLogin, pay, inquiryPayment, cancelPayment, refund,
    evaluate, order,           // the first and the second call of Easy Pay
    prepare, applyPassword,    // account binding
    preparePage, applyCode,    // auto debit
    sendOtp, refreshAgreement, cancelToken,
  };

  Purpose purpose = Purpose::makeLogin;
  /// The message that waits for the outcome, kept whole because its response is signed with it;
  /// without an id when nobody waits.
  Envelope waiting;
  AuthLoginId login;         ///< for `refreshLogin`
  PaymentRequestId payment;  ///< the acquirer's id of the payment that it is about
  RefundRequestId refund;    ///< the acquirer's id of the refund that it is about
  std::string agreement;     ///< what else it is about: a referenceAgreementId, or the acquirer's token
  SequenceNo timer = 0;      ///< the response time-out
  bool late = false;         ///< the time-out has passed; an answer is still worth knowing

  bool operator==(PendingCall const&) const = default;
};

struct Lifetimes {
  /// Sources: the accept_payment page: a session 30 minutes by default, a login 360 hours.
  std::int64_t sessionMs = 30 * kMinuteMs;
  std::int64_t loginMs = 360 * kHourMs;
  /// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code
  std::int64_t paymentCodeMs = kMinuteMs;
  /// Sandbox choice: the three minutes of the accept_payment page, where the acquirer names no time.
  std::int64_t paymentMs = 3 * kMinuteMs;

  bool operator==(Lifetimes const&) const = default;
};

struct State {
  WalletPartner wallet;
  std::optional<Endpoint> walletEndpoint;
  std::optional<Endpoint> acquirerEndpoint;
  AcquirerId acquirerId;  ///< of the acquirer that takes part
  std::vector<Quote> quotes;
  std::vector<Promotion> promotions;
  std::optional<Money> surcharge;  ///< is added to payments in its currency
  QuoteScaling quoteScaling = QuoteScaling::majorUnits;
  Lifetimes lifetimes;
  /// Sandbox choice: how long the wallet may take to answer. Shorter than the client SDK waits.
  std::int64_t responseTimeoutMs = 4 * kSecondMs;

  std::map<AuthLoginId, Login> logins;
  std::map<SessionId, Session> sessions;
  std::map<PaymentCode, IssuedCode> codes;
  std::string codeEnding;  ///< digits that all payment codes end in, for demonstrations; empty: as they come
  std::map<PaymentRequestId, Payment> payments;  ///< by the acquirer's id
  /// Cancelled by the acquirer before they ever arrived.
  std::map<PaymentRequestId, SimTime> cancelledUnseen;
  std::map<RefundRequestId, Refund> refunds;  ///< by the acquirer's id
  std::map<SequenceNo, PendingCall> pending;
  /// Notifications that the acquirer has not answered.
  std::map<SequenceNo, PaymentRequestId> pendingNotices;
  MerchantPresented merchantPresented;
  std::map<std::string, CashierPage> cashierPages;  ///< by address
  std::int32_t cashierErrors = 0;  ///< how many cashier pages still come as a system error
  EasyPay easyPay;

  bool operator==(State const&) const = default;
};

void onMessage(State& state, Envelope const& message, Context& context);
void onTimer(State& state, Timer const& timer, Context& context);
void describe(State const& state, StateWriter& out);

}  // namespace aplus::alipayplus
