#pragma once

#include <string_view>

#include "ui/ui.h"

namespace aplus::ui {

/// Opens a dialog with nothing typed into it yet.
void openDialog(Ui const& ui, Dialog dialog);

/// A dialog over the dimmed page, to be ended with ImGui::End() whatever comes back. Touching beside it and Escape close
/// it. False when it is not to be filled.
bool beginDialog(Ui const& ui, char const* id, std::string_view heading, float widthCss);

/// The same without a heading, for what begins with a field of its own.
bool beginBareDialog(Ui const& ui, char const* id, float widthCss);

/// The look of what lies over the page; pair with popOverlayStyle().
void pushOverlayStyle(Theme const& theme, float paddingCss);
void popOverlayStyle();

inline constexpr ImGuiWindowFlags kOverlayFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoScrollWithMouse;

/// A choice with a title and a sentence. True when it was touched; the dialog then closes.
struct CardOptions {
  bool open = false;  ///< it is what is shown now
  bool done = false;  ///< it carries a check mark
};
bool choiceCard(Ui const& ui, std::string_view id, std::string_view title, std::string_view sentence,
                CardOptions const& options = {});

}  // namespace aplus::ui
