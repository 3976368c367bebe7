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
enum class Till : std::uint8_t { idle, awaitingCode, paying, paid, failed };

std::string_view name(Till till);

struct Sale {
  std::string referenceOrderId;
  std::string orderDescription;
  Money amount;

  bool operator==(Sale const&) const = default;
};

struct Order {
  Sale sale;
  PaymentRequestId paymentRequestId;
  PaymentCode paymentCode;
  protocol::ResultInfo result;  ///< U while nothing is known
  PaymentId paymentId;
  std::string paymentTime;

  bool operator==(Order const&) const = default;
};

struct State {
  AcquirerId acquirerId;
  std::optional<Endpoint> endpoint;  ///< the line to Alipay+
  Merchant merchant;

  Till till = Till::idle;
  std::optional<Sale> sale;  ///< what is being sold right now
  std::optional<PaymentRequestId> lastPaymentRequestId;  ///< the order that the till shows
  std::map<PaymentRequestId, Order> orders;
  std::map<SequenceNo, PaymentRequestId> pending;  ///< pay requests that wait for their response

  bool operator==(State const&) const = default;
};

void onMessage(State& state, Envelope const& message, Context& context);
void onTimer(State& state, Timer const& timer, Context& context);
void describe(State const& state, StateWriter& out);

}  // namespace aplus::acquirer
