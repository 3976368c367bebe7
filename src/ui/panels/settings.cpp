#include "ui/panels/dialog.h"
#include "ui/panels/panels.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

void heading(Ui const& ui, std::string_view title) {
  gap(ui.theme, space::kM);
  text(ui.theme, Role::smallStrong, ui.theme.colors.muted, title);
  gap(ui.theme, space::kXs);
}

}  // namespace

void drawSettings(Ui const& ui) {
  Theme const& theme = ui.theme;
  Keepsake& kept = ui.state.kept;
  if (beginDialog(ui, "settings-dialog", tr("Colours, contrast and language"), 420.0F)) {
    float const width = ImGui::GetContentRegionAvail().x;
    heading(ui, tr("Colours"));
    kept.theme = static_cast<ThemeChoice>(
        segmented(ui, "colours", {tr("As the system"), tr("Light"), tr("Dark")}, static_cast<int>(kept.theme), width));
    heading(ui, tr("Contrast"));
    kept.contrast = static_cast<Contrast>(
        segmented(ui, "contrast", {tr("As the system"), tr("High")}, static_cast<int>(kept.contrast), width));
    heading(ui, tr("Language"));
    int const spoken = static_cast<int>(language());
    int const wanted = segmented(ui, "language", {"English", "\xE7\xAE\x80\xE4\xBD\x93\xE4\xB8\xAD\xE6\x96\x87"}, spoken, width);
    if (wanted != spoken) ui.state.languageRequested = static_cast<Language>(wanted);
    gap(theme, space::kM);
    text(theme, Role::caption, theme.colors.muted,
         tr("Kept in this browser, with how far you came. No keys and no messages are kept, and nothing is sent anywhere."));
  }
  ImGui::End();
}

}  // namespace aplus::ui
