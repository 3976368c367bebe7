#pragma once

#include <string_view>
#include <vector>

#include "ui/sandbox_view.h"
#include "ui/widgets/icons.h"

namespace aplus::ui {

/// What people see of a flow. The texts are English; they are translated where they are shown.
struct FlowText {
  std::string_view title;
  std::string_view sentence;
  Icon icon = Icon::none;
};

FlowText const& flowText(scenario::Flow flow);

/// The lessons of a flow, in their order.
std::vector<ScenarioEntry const*> lessonsOf(std::vector<ScenarioEntry> const& all, scenario::Flow flow);

}  // namespace aplus::ui
