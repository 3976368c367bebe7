#pragma once

#include "ui/ui.h"

namespace aplus::ui {

/// The lesson's question with its answers, and after an answer whether it was right and why. Nothing when the lesson has
/// none or the person does not want it.
void drawQuestion(Ui const& ui);

}  // namespace aplus::ui
