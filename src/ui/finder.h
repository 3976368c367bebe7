#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/icons.h"

namespace aplus::ui {

struct Ui;

/// One line of what was found, and what taking it does.
struct Finding {
  Icon icon = Icon::none;
  std::string title;
  std::string detail;
  std::string tag;  ///< what kind of thing it is, or its key
  std::function<void(Ui const&)> take;
  int rank = 0;  ///< the better it fits, the lower
};

/// What a person types to find something, and which of the findings Enter would take.
struct Finder {
  std::string query;
  std::size_t chosen = 0;
  bool fresh = true;  ///< it was just opened, and wants the keys
  std::vector<Finding> found;
  std::string foundFor;  ///< the query that they answer
  std::uint64_t revision = 0;  ///< of the run that was looked through
};

/// How well a text fits: 0 begins with all that was typed, 1 a word does, 2 it is somewhere in it; negative when some word
/// of the query is missing in both texts. Small and capital letters are alike.
int rankOf(std::string_view query, std::string_view title, std::string_view detail);

/// The text around the first place where a word of the query stands, on one line, at most `width` bytes.
std::string around(std::string_view query, std::string_view text, std::size_t width);

/// Everything that can be done, opened or gone to.
std::vector<Finding> findAnything(Ui const& ui, std::string_view query);

/// What stands in the messages and notes of the run: names, bodies, reasons.
std::vector<Finding> findInRun(Ui const& ui, std::string_view query);

}  // namespace aplus::ui
