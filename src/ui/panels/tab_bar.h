#pragma once

#include <string_view>
#include <vector>

#include "ui/ui.h"
#include "ui/widgets/icons.h"

namespace aplus::ui {

struct TabEntry {
  std::string_view id;
  std::string_view label;
  Icon icon;
};

/// The tabs in the layout's place for them. Returns the chosen one.
std::size_t tabBar(Ui const& ui, std::vector<TabEntry> const& tabs, std::size_t shown);

}  // namespace aplus::ui
