#pragma once

#include <string_view>

#include "participants/context.h"
#include "ui/ui.h"

namespace aplus::ui {

/// A reason with its source: an official page, or the mark that the rule is ours.
void drawNote(Ui const& ui, std::string_view id, Note const& note);

/// Where something is written; touched, its address is copied.
void drawSource(Ui const& ui, std::string_view id, std::string_view source);

}  // namespace aplus::ui
