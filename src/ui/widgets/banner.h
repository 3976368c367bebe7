#pragma once

#include <string_view>

#include "ui/ui.h"
#include "ui/widgets/icons.h"

namespace aplus::ui {

enum class Tone { good, bad, warn, neutral };

/// A coloured box with a sign, a heading and a sentence: a verdict, a cause.
void banner(Ui const& ui, Tone tone, Icon icon, std::string_view heading, std::string_view detail);

}  // namespace aplus::ui
