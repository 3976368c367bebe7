#pragma once

#include <string>
#include <string_view>

#include "scenario/playback.h"
#include "ui/ui_state.h"

namespace aplus::app {

/// What the page keeps for the next visit as JSON: `{"language":"zh","theme":"dark",…}`. It holds no key, no
/// message and nothing typed but what a permalink has.
std::string formatKeepsake(ui::Keepsake const& kept, ui::Language language);

/// Reads what an earlier visit kept, whatever its version was; what makes no sense is left out.
ui::Keepsake parseKeepsake(std::string_view text);

/// Notes how far the person came with a run.
void noteProgress(ui::Keepsake& kept, scenario::Playback const& run);

/// A catalogue of languages/: a flat JSON object of texts. Error `INVALID_CATALOGUE`.
Result<ui::Catalogue> parseCatalogue(std::string_view text);

}  // namespace aplus::app
