#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/context.h"
#include "participants/envelope.h"
#include "participants/state_writer.h"
#include "protocol/codes/inquiry_code_rules.h"

namespace aplus::wallet::server {

/// What the wallet makes of actionForm in the answer to userInitiatedPay.
enum class ActionFormConduct : std::uint8_t {
  obeyed,             ///< as it must be: with S and with F
  ignoredWhenFailed,  ///< a mistake: it only looks at actionForm when resultStatus is S
  unknown,            ///< an old wallet: it was built before there was an actionForm
};

std::string_view name(ActionFormConduct conduct);

/// A scan that waits for the rules.
struct PendingScan {
  Envelope request;
  SequenceNo timer = 0;

  bool operator==(PendingScan const&) const = default;
};

/// A code that was handed in at Alipay+.
struct PendingOrder {
  Envelope request;  ///< the app's, which waits; without an id when the result will be pushed
  CustomerId customerId;
  std::string codeValue;
  bool entryCode = false;  ///< the code came from a merchant's page behind an entry code
  std::int32_t attempts = 0;
  SequenceNo timer = 0;

  bool operator==(PendingOrder const&) const = default;
};

/// What the wallet server knows and does when merchants show the code.
struct MerchantPresented {
  ActionFormConduct actionForm = ActionFormConduct::obeyed;

  std::vector<protocol::CodeRule> rules;
  std::string rulesVersion;
  std::optional<SimTime> rulesAt;       ///< when they were fetched
  std::optional<SimTime> rulesTriedAt;  ///< when that was tried last
  std::map<SequenceNo, PendingScan> scans;    ///< by the number of our inquiryCodeRules
  std::map<SequenceNo, PendingOrder> orders;  ///< by the number of our userInitiatedPay

  bool operator==(MerchantPresented const&) const = default;
};

}  // namespace aplus::wallet::server
