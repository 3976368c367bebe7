#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "inspect/field_notes.h"
#include "ui/ui.h"

namespace aplus::ui {

// The inspector's tabs, each drawn in the flow of a scrolling area.
void drawMessageTab(Ui const& ui, timeline::StepRecord const& record);
void drawSignatureTab(Ui const& ui, timeline::StepRecord const& record);
void drawWhyTab(Ui const& ui, timeline::StepRecord const& record);
void drawStateTab(Ui const& ui);
void drawDiffTab(Ui const& ui, timeline::StepRecord const& record);
void drawProvenanceTab(Ui const& ui);

/// Whether a value that was touched belongs to what the inspector shows now.
bool isPickShown(Ui const& ui);
/// The value that was touched: what it means, to copy and to follow.
void drawPickedValue(Ui const& ui, Rect const& rect);
void pick(Ui const& ui, std::string place, std::string value, std::string before = {});
bool isPicked(Ui const& ui, std::string_view place);

/// What the protocol says of a field or header, in the language of the page.
std::optional<inspect::FieldNote> inWords(std::optional<inspect::FieldNote> note);

/// A message in a list: its number, its sender's mark, its name and a detail. True when it was touched.
bool messageRow(Ui const& ui, std::string const& id, std::size_t step, std::string_view detail, bool marked);

}  // namespace aplus::ui
