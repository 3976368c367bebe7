#pragma once

#include "ui/ui.h"

namespace aplus::ui {

// Each draws one part of the page into its rectangle of the layout, and asks for what was touched.
void drawStart(Ui const& ui);
void drawTopBar(Ui const& ui);
void drawTabs(Ui const& ui);
void drawGuide(Ui const& ui);
void drawLanes(Ui const& ui);
void drawPhones(Ui const& ui);
void drawInspector(Ui const& ui);
void drawTransport(Ui const& ui);
void drawDesk(Ui const& ui);

// Parts of what lies over everything, each drawn while its dialog is open.
void drawScenarioList(Ui const& ui);
void drawSettings(Ui const& ui);
void drawFinder(Ui const& ui);
void drawMagicValues(Ui const& ui);

/// What lies over everything: dialogs, the problem that has to be read, short messages.
void drawOverlays(Ui const& ui);

}  // namespace aplus::ui
