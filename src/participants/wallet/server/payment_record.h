#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/money.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/envelope.h"
#include "protocol/payments/payment_parts.h"
#include "protocol/result_info.h"

namespace aplus::wallet::server {

/// What must be the same when a paymentRequestId comes again.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/idempotency
struct PaymentContent {
  Money paymentAmount;
  Money payToAmount;
  std::optional<protocol::SurchargeInfo> surchargeInfo;
  protocol::PaymentMethod paymentMethod;
  std::optional<protocol::PaymentPromoInfo> paymentPromoInfo;

  bool operator==(PaymentContent const&) const = default;
};

/// A payment as the wallet remembers it. `result` is the answer to pay: U while it is in process,
/// then final for ever. What a cancellation or refunds did later stands beside it.
struct Payment {
  PaymentRequestId paymentRequestId;
  CustomerId customerId;
  PaymentContent content;
  std::optional<protocol::PaymentQuote> quote;
  std::string referenceMerchantId;
  std::string merchantName;
  std::string passThroughInfo;
  std::string codeValue;   ///< the merchant's code that the user scanned; empty when the user showed theirs
  bool entryCode = false;  ///< of the two kinds of merchants' codes an entry code
  std::string notifyUri;  ///< path of paymentNotifyUrl; empty when the request had none

  SequenceNo cause = 0;  ///< the request that all its money moves for
  SimTime receivedAt;
  SimTime expiresAt;     ///< from then on it is closed unless it was decided
  SequenceNo timer = 0;  ///< wakes the wallet to decide; 0 when nothing is left to decide

  protocol::ResultInfo result;
  PaymentId paymentId;      ///< this and the next four only when paid
  std::string paymentTime;
  SimTime paidAt;
  Money fee;
  Money cashback;

  bool cancelled = false;
  Money refunded;       ///< sum of refunds in the order's currency
  Money refundedFrom;   ///< the same in the wallet's
  Money feeReturned;
  Money cashbackTaken;

  bool operator==(Payment const&) const = default;

  bool paid() const { return result.success(); }
  bool inProcess() const { return result.resultStatus == protocol::ResultStatus::U; }
};

/// A refund as the wallet remembers it; a refused one as well.
struct Refund {
  RefundRequestId refundRequestId;
  PaymentRequestId paymentRequestId;
  Money refundAmount;
  Money refundFromAmount;
  std::optional<protocol::PaymentPromoInfo> refundPromoInfo;
  std::optional<protocol::SurchargeInfo> surchargeInfo;
  protocol::ResultInfo result;
  RefundId refundId;  ///< this and the next only when refunded
  std::string refundTime;

  bool operator==(Refund const&) const = default;
};

/// How far telling Alipay+ the final result has come.
struct Notification {
  std::int32_t attempts = 0;
  SequenceNo retryTimer = 0;  ///< 0 when it will not be sent again
  bool acknowledged = false;
  std::string lastAnswer;  ///< result code; empty when none came yet

  bool operator==(Notification const&) const = default;
};

}  // namespace aplus::wallet::server
