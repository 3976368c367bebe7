#pragma once

#include <string>
#include <string_view>

#include "timeline/step_record.h"
#include "ui/intents.h"
#include "ui/layout.h"
#include "ui/sandbox_view.h"
#include "ui/theme.h"
#include "ui/ui_state.h"

namespace aplus::ui {

/// What surrounds the page in this frame.
struct Frame {
  float scale = 1.0F;   ///< device pixels per CSS pixel
  double timeMs = 0.0;  ///< for playing and toasts only
  bool dark = false;
  bool highContrast = false;
  bool reducedMotion = false;
  bool coarsePointer = false;
};

/// What every panel gets: the run to read, the look, and the two things it may write to.
struct Ui {
  SandboxView const& view;
  Frame const& frame;
  Theme const& theme;
  Layout const& layout;
  UiState& state;
  Intents& intents;

  scenario::Playback const* run() const { return view.playback; }
  /// The step that is looked at: the selected one, or the one the cursor stands after; 0 for none.
  std::size_t shownStep() const;
  timeline::StepRecord const* shownRecord() const;
  void ask(Intent intent) const { intents.push_back(std::move(intent)); }
  void toast(std::string text, bool undo = false) const;
  /// Wants a frame at that time even if nothing happens.
  void wakeAt(double timeMs) const;
  /// Registers what was just drawn for tests; free when nobody asked.
  void item(std::string_view id, std::string_view label) const;
  void item(std::string_view id, std::string_view label, Rect const& rect) const;
};

/// Draws the whole page between ImGui::NewFrame() and ImGui::Render(). Returns in how many
/// milliseconds it wants to be drawn again by itself; 0 at once, negative not before an event.
double draw(SandboxView const& view, Frame const& frame, UiState& state, Intents& out);

/// The sentence with which a screen reader announces what happened last: the step at the cursor, or what
/// was found on the signing desk.
std::string announcement(SandboxView const& view);

}  // namespace aplus::ui
