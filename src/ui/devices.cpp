#include "ui/devices.h"

#include <algorithm>
#include <string_view>
#include <variant>

namespace aplus::ui {
namespace {

bool isOnTheWeb(scenario::Flow flow) {
  return flow == scenario::Flow::easyPay || flow == scenario::Flow::binding || flow == scenario::Flow::cashier;
}

/// Whether the script gives one of the commands.
bool gives(scenario::Scenario const& scenario, std::initializer_list<std::string_view> names) {
  return std::any_of(scenario.steps.begin(), scenario.steps.end(), [&](scenario::ScriptStep const& step) {
    auto const* command = std::get_if<user::Command>(&step.action);
    return command != nullptr && std::find(names.begin(), names.end(), command->name) != names.end();
  });
}

}  // namespace

Devices devices(scenario::Playback const& run) {
  scenario::Scenario const& scenario = run.scenario();
  timeline::World const& world = run.world();
  bool const shops = gives(scenario, {"checkOut"});
  if (scenario.flow == scenario::Flow::free && !shops) return {true, true};
  Devices out;
  out.browser = isOnTheWeb(scenario.flow) || shops || world.user.browser.has_value();
  out.till = gives(scenario, {"ringUp", "placeOrder", "showPrivateOrderCode", "showEntryCode", "openPaymentPage"}) ||
             world.acquirer.till != acquirer::Till::idle;
  // A script that touches neither is about what stands in shops.
  if (!out.browser) out.till = true;
  return out;
}

Device besidePhone(scenario::Playback const& run, UiState const& state) {
  Devices const all = devices(run);
  if (!all.till) return Device::browser;
  if (!all.browser) return Device::till;
  auto const chosen = state.fields.find(kBeside);
  if (chosen != state.fields.end()) return chosen->second == "browser" ? Device::browser : Device::till;
  return run.world().user.browser ? Device::browser : Device::till;
}

}  // namespace aplus::ui
