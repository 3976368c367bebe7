#pragma once

#include <string_view>

#include "participants/envelope.h"

namespace aplus {

// The newer page on payments with a code that the user shows: the wallet's own server gets the codes.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payments
inline constexpr std::string_view kServerCodeFlow = "Make a payment";

// The two flows of the page on payments in the Chinese mainland.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/upgrading_for_regulatory_compliance_mpp/overview
inline constexpr std::string_view kEntryCodeFlow = "Entry code";
inline constexpr std::string_view kOrderCodeFlow = "Order code";

/// Its step in the flow at hand; an empty step is none.
constexpr DocStep flowStep(bool entryCode, std::string_view entryStep, std::string_view orderStep) {
  std::string_view const step = entryCode ? entryStep : orderStep;
  if (step.empty()) return {};
  return {entryCode ? kEntryCodeFlow : kOrderCodeFlow, step};
}

/// The step that follows from one whose flow may not be known.
constexpr DocStep flowStep(DocStep const& cause, std::string_view entryStep, std::string_view orderStep) {
  if (cause.section == kEntryCodeFlow) return flowStep(true, entryStep, orderStep);
  if (cause.section == kOrderCodeFlow) return flowStep(false, entryStep, orderStep);
  return {};
}

// The two flows of the page on Easy Pay.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide
inline constexpr std::string_view kEasyPayFlow = "Easy Pay";
inline constexpr std::string_view kBindingFlow = "Account binding";

/// The step of either flow; an empty step is none.
constexpr DocStep bindingStep(bool binding, std::string_view bindingStep, std::string_view easyPayStep) {
  std::string_view const step = binding ? bindingStep : easyPayStep;
  if (step.empty()) return {};
  return {binding ? kBindingFlow : kEasyPayFlow, step};
}

}  // namespace aplus
