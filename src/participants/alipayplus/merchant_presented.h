#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/envelope.h"
#include "protocol/codes/inquiry_code_rules.h"
#include "protocol/payments/order.h"
#include "protocol/payments/user_initiated_pay.h"

namespace aplus::alipayplus {

/// What in-store payments in the Chinese mainland may amount to, in fen. Exactly the limit is allowed.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/upgrading_for_regulatory_compliance_mpp/overview
struct RegulationLimits {
  std::int64_t single = 700'000;       ///< one in-store payment
  std::int64_t year = 7'000'000;       ///< all of an individual within a year
  std::int64_t entrySingle = 50'000;   ///< one entry code payment
  std::int64_t entryYear = 5'000'000;  ///< all entry code payments of an individual within a year

  bool operator==(RegulationLimits const&) const = default;
};

/// The newer revision of the page.
inline constexpr RegulationLimits kLimitsOf2024{3'500'000, 35'000'000, 50'000, 5'000'000};

/// A payment from before the run, so that a year need not be played.
struct EarlierPayment {
  CustomerId customerId;
  std::int64_t fen = 0;
  bool entryCode = false;
  SimTime at;

  bool operator==(EarlierPayment const&) const = default;
};

/// A code and the order that it stands for.
struct OrderCode {
  PaymentRequestId payment;  ///< the acquirer's id of it
  bool entryCode = false;    ///< the order came from a merchant's page behind an entry code
  bool isPrivate = false;    ///< issued by the acquirer
  protocol::Order order;
  protocol::PaymentFactor paymentFactor;
  SequenceNo timer = 0;  ///< closes the order at its expiry

  CustomerId customerId;                  ///< who handed it in first; nobody else may
  std::optional<SimTime> handedOverAt;    ///< since when the wallet may pay it
  /// What the wallet was told when the order was handed over; repeated requests get the same.
  std::optional<protocol::UserInitiatedPayResponse> answer;
  std::string exceeded;  ///< the limit that the last attempt exceeded; empty when none

  bool operator==(OrderCode const&) const = default;
};

/// The acquirer was asked which order its private code stands for.
struct PendingAcquirerCall {
  Envelope waiting;  ///< the wallet's userInitiatedPay
  std::string codeValue;
  SequenceNo timer = 0;  ///< the response time-out

  bool operator==(PendingAcquirerCall const&) const = default;
};

/// What Alipay+ knows and does when merchants show the code.
struct MerchantPresented {
  RegulationLimits limits;
  /// Over a limit: S with HANDLE_BY_SDK instead of F. The page allows both.
  bool overLimitIsSuccess = false;
  std::map<CustomerId, std::string> individuals;  ///< whose account it is; unless told, everybody has one
  std::vector<EarlierPayment> earlier;
  std::vector<protocol::CodeRule> codeRules;
  std::string codeRulesVersion;

  std::map<std::string, OrderCode> orderCodes;  ///< by code value
  std::map<SequenceNo, PendingAcquirerCall> pending;

  bool operator==(MerchantPresented const&) const = default;
};

}  // namespace aplus::alipayplus
