#pragma once

#include <string>

#include "scenario/scenario.h"

namespace aplus::test {

/// A day at the till: one payment after the other until the run has at least so many steps.
inline scenario::Scenario hugeScenario(std::size_t steps) {
  scenario::Scenario scenario = *scenario::findBuiltin("upm-pay");
  scenario.id = "huge";
  scenario.builtin = false;
  scenario.steps.clear();
  scenario.expectations.clear();
  scenario.setup.wallet.balance.amountMinor = 50'000'000;
  constexpr std::size_t kStepsPerPayment = 16;  // at least
  for (std::size_t i = 0; i * kStepsPerPayment < steps; ++i) {
    std::string const id = std::to_string(i);
    scenario.steps.push_back({"ring-up-" + id, "Another customer.", user::Command{"ringUp", {{"value", "100"}, {"currency", "JPY"}}}});
    scenario.steps.push_back({"open-" + id, "", user::Command{"openPaymentPage", {{"region", "JP"}}}});
    scenario.steps.push_back({"code-" + id, "", scenario::RunUntilIdle{}});
    scenario.steps.push_back({"scan-" + id, "", user::Command{"presentPaymentCode", {}}});
    scenario.steps.push_back({"pay-" + id, "", scenario::RunUntilIdle{}});
    scenario.steps.push_back({"close-" + id, "", user::Command{"closePaymentPage", {}}});
  }
  return scenario;
}

/// As long, but of one payment code after the other: nothing of it is signed, so it is made quickly.
inline scenario::Scenario manyCodes(std::size_t steps) {
  scenario::Scenario scenario = *scenario::findBuiltin("upm-pay");
  scenario.id = "many-codes";
  scenario.builtin = false;
  scenario.expectations.clear();
  scenario.steps = {{"open", "A code, and another one.", user::Command{"openPaymentPage", {{"region", "JP"}}}},
                    {"first", "", scenario::RunUntilIdle{}}};
  constexpr std::size_t kStepsPerCode = 4;  // at least
  for (std::size_t i = 0; i * kStepsPerCode < steps; ++i) {
    scenario.steps.push_back({"again-" + std::to_string(i), "", user::Command{"refreshPaymentCode", {}}});
    scenario.steps.push_back({"code-" + std::to_string(i), "", scenario::RunUntilIdle{}});
  }
  return scenario;
}

}  // namespace aplus::test
