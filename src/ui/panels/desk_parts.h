#pragma once

#include "ui/ui.h"
#include "ui/widgets/editor.h"

namespace aplus::ui {

// The parts of the signing desk, each drawn in the flow of a scrolling area.
void drawDeskMessage(Ui const& ui);
void drawDeskKeys(Ui const& ui);
void drawDeskCheck(Ui const& ui);
void drawDeskDiagnosis(Ui const& ui);
/// The five published checks and what was found for each.
void drawPublishedChecks(Ui const& ui, inspect::Diagnosis const& diagnosis);
/// The rules of a pasted code; nothing when none was pasted.
void drawDeskCode(Ui const& ui);

/// The editor of one field, with what is wrong with it.
void deskField(Ui const& ui, DeskField field, std::string_view id, std::string_view label, EditorOptions options);

}  // namespace aplus::ui
