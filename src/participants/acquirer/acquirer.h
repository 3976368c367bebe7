#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/acquirer/presented.h"
#include "participants/acquirer/shop_state.h"
#include "participants/context.h"
#include "participants/endpoint.h"
#include "participants/ledger.h"
#include "participants/state_writer.h"
#include "protocol/payments/payment_parts.h"
#include "protocol/result_info.h"

namespace aplus::acquirer {

/// The shop, as it stands in every order.
struct Merchant {
  std::string referenceMerchantId;
  std::string merchantMCC;
  std::string merchantName;
  std::string region;
  std::string city;
  std::string referenceStoreId;
  std::string storeName;
  std::string storeMCC;

  bool operator==(Merchant const&) const = default;
};

/// What the till shows.
enum class Till : std::uint8_t {
  idle,
  awaitingCode,
  showingCode,  ///< the merchant shows a code and waits to be paid
  paying,
  paid,
  failed,
  cancelling,
  cancelled,
  refunding,
};

std::string_view name(Till till);

struct Sale {
  std::string referenceOrderId;
  std::string orderDescription;
  Money amount;

  bool operator==(Sale const&) const = default;
};

/// Money that is given back.
struct Refund {
  RefundRequestId refundRequestId;
  Money amount;
  std::string reason;
  protocol::ResultInfo result;  ///< U while nothing is known
  RefundId refundId;
  std::string refundTime;
  bool booked = false;  ///< the ledger has it
  std::int32_t attempts = 0;
  SequenceNo timer = 0;  ///< the next attempt; 0 when none is due

  bool operator==(Refund const&) const = default;
};

struct Order {
  Sale sale;
  PaymentRequestId paymentRequestId;
  PaymentCode paymentCode;
  CodeKind kind = CodeKind::none;  ///< how it is shown; none: the user showed a payment code
  std::string codeValue;           ///< what is shown to be scanned
  SimTime expiresAt;               ///< for a private order code, or asked for in a cashier payment
  ShopMethod method = ShopMethod::none;  ///< how it is paid in the web shop; none: not there
  std::string userLoginId;               ///< of the customer's wallet, as typed; for Easy Pay
  std::string referenceAgreementId;      ///< the authorization that it is paid by
  protocol::ResultInfo result;  ///< U while nothing is known
  PaymentId paymentId;
  std::string paymentTime;
  bool booked = false;  ///< the ledger has it as paid
  std::int32_t inquiries = 0;
  bool cancelling = false;  ///< it has to be undone, and Alipay+ has not said yet that it is
  bool cancelled = false;
  protocol::ResultInfo cancelResult;  ///< the last answer to cancelPayment; without a code before
  std::int32_t cancelAttempts = 0;
  SequenceNo timer = 0;  ///< the next inquiry or cancelPayment; 0 when none is due
  std::map<RefundRequestId, Refund> refunds;

  bool operator==(Order const&) const = default;
};

/// A line of a settlement: what the merchant gets for a payment, or gives back.
struct SettlementEntry {
  Purpose purpose = Purpose::payment;
  PaymentRequestId paymentRequestId;
  RefundRequestId refundRequestId;  ///< for a refund
  std::int64_t amountMinor = 0;     ///< below zero when the merchant gives it back

  bool operator==(SettlementEntry const&) const = default;
};

/// What became final on one day in one currency. Sandbox choice: the day is China time's, and stays open until nothing
/// of it can be cancelled any more.
struct Settlement {
  std::string currency;
  SimTime closesAt;
  std::vector<SettlementEntry> entries;

  bool operator==(Settlement const&) const = default;
};

/// A request that waits for its response.
struct PendingCall {
  enum class Purpose : std::uint8_t { pay, inquiryPayment, cancelPayment, refund, prepare, applyToken, cancelToken, sendOtp };

  Purpose purpose = Purpose::pay;
  PaymentRequestId payment;
  RefundRequestId refund;
  SequenceNo timer = 0;  ///< the response time-out
  std::string agreement;  ///< its referenceAgreementId, for `prepare` and `cancelToken`

  bool operator==(PendingCall const&) const = default;
};

/// How the acquirer answers notifyPayment.
enum class NoticeAnswer : std::uint8_t {
  acknowledged,   ///< S and SUCCESS, whatever became of the payment
  paymentResult,  ///< what it was told; for a failed payment F, which acknowledges nothing
  unknown,        ///< U and UNKNOWN_EXCEPTION
};

std::string_view name(NoticeAnswer answer);

/// What the acquirer of this world does wrong. Empty: nothing.
struct Mistakes {
  NoticeAnswer noticeAnswer = NoticeAnswer::acknowledged;
  std::int32_t noticeAnswers = 0;  ///< how many notifications are still answered like that
  // Sent in pay instead of what belongs there.
  std::optional<protocol::PaymentFactor> paymentFactor;
  std::string paymentMethodType;
  std::string paymentMethodId;
  bool noRedirectUrl = false;  ///< a cashier payment without paymentRedirectUrl

  bool operator==(Mistakes const&) const = default;
};

struct State {
  AcquirerId acquirerId;
  std::optional<Endpoint> endpoint;  ///< the line to Alipay+
  Merchant merchant;
  /// Sandbox choice: how long Alipay+ may take to answer.
  std::int64_t responseTimeoutMs = 10 * kSecondMs;

  Till till = Till::idle;
  std::optional<Sale> sale;  ///< what is being sold right now
  std::optional<PaymentRequestId> lastPaymentRequestId;  ///< the order that the till shows
  std::string shownText;  ///< what it says of that order; it is not said twice
  std::map<PaymentRequestId, Order> orders;
  std::map<SequenceNo, PendingCall> pending;
  Presented presented;
  WebShop webShop;
  Ledger ledger;
  std::map<std::string, Settlement> settlements;  ///< by day and currency: `2025-01-15 JPY`
  Mistakes mistakes;

  bool operator==(State const&) const = default;
};

/// What was given back of an order, as far as is known.
Money refunded(Order const& order);

void onMessage(State& state, Envelope const& message, Context& context);
void onTimer(State& state, Timer const& timer, Context& context);
void describe(State const& state, StateWriter& out);

}  // namespace aplus::acquirer
