#include "protocol/codes/explain_code.h"

#include <fmt/format.h>

#include "protocol/codes/general_code.h"
#include "protocol/codes/issued_text.h"
#include "protocol/codes/order_code.h"
#include "protocol/codes/payment_code.h"
#include "protocol/codes/tokens.h"

namespace aplus::protocol {

Result<ExplainedCode> explainCode(std::string_view text) {
  struct Kind {
    std::string_view name;
    Result<ExplainedCode> (*explain)(std::string_view);
  };
  static constexpr Kind kKinds[] = {
      {"payment code", &explainPaymentCode},   {"auth code", &explainAuthCode},
      {"general code", &explainGeneralCode},   {"general payload", &explainGeneralPayload},
      {"order code", &explainOrderCode},       {"private order code", &explainPrivateOrderCode},
      {"entry code", &explainEntryCode},
  };
  std::string reasons;
  for (Kind const& kind : kKinds) {
    auto const explained = kind.explain(text);
    if (explained) return explained;
    reasons += fmt::format("{}no {}: {}", reasons.empty() ? "" : "; ", kind.name, explained.error().message);
  }
  // Almost any text may be a token, so only one that looks like the samples is called so.
  if (isOfType(text, kTokenType)) return explainToken(text);
  return fail("INVALID_CODE", "", std::move(reasons));
}

}  // namespace aplus::protocol
