#pragma once

#include "ui/ui.h"

namespace aplus::ui {

// The inspector's tabs, each drawn in the flow of a scrolling area.
void drawMessageTab(Ui const& ui, timeline::StepRecord const& record);
void drawSignatureTab(Ui const& ui, timeline::StepRecord const& record);
void drawWhyTab(Ui const& ui, timeline::StepRecord const& record);
void drawStateTab(Ui const& ui);

}  // namespace aplus::ui
