#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ui/desk/desk_text.h"
#include "ui/panels/desk_parts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/key_values.h"
#include "ui/widgets/text_view.h"
#include "ui/widgets/visible_bytes.h"

namespace aplus::ui {
namespace {

using inspect::DiffPiece;

void drawProgress(Ui const& ui) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  Desk const& desk = *ui.view.desk;
  gap(theme, space::kM);
  text(theme, Role::small, c.muted, trf("Examining: {} contents were tried.", desk.tried()));
  gap(theme, space::kS);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const width = ImGui::GetContentRegionAvail().x;
  float const height = theme.px(8.0F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, c.raised, height / 2.0F);
  float const done = std::max(width * desk.progress(), height);
  list.AddRectFilled(at, {at.x + done, at.y + height}, c.accent, height / 2.0F);
  ImGui::Dummy({width, height});
  ui.item("desk-progress", tr("Progress"));
  gap(theme, space::kS);
  ButtonOptions cancel;
  cancel.height = theme.smallControl();
  if (button(ui, "desk-cancel", tr("Stop"), cancel)) ui.ask(intent::Desk{intent::DeskAct::cancel});
}

void drawCause(Ui const& ui, std::size_t index, inspect::Cause const& cause) {
  gap(ui.theme, space::kS);
  banner(ui, Tone::bad, Icon::warning, cause.sentence, cause.fix);
  ui.item(fmt::format("desk-cause-{}", index), cause.sentence);
}

/// The end of a stretch that both have, and its beginning: what lies between is not interesting.
std::string shortened(std::string const& same, bool first, bool last) {
  constexpr std::size_t kAround = 40;
  if (same.size() <= 2 * kAround) return same;
  std::string out = first ? "" : same.substr(0, kAround);
  out += fmt::format("{}\xE2\x80\xA6{}\xE2\x80\xA6 ", first ? "" : " ", trf("{} bytes", same.size() - (first || last ? kAround : 2 * kAround)));
  return last ? out : out + same.substr(same.size() - kAround);
}

/// Both texts in one, as `[-what was signed-]{+what should have been+}`.
void drawDifference(Ui const& ui, std::vector<DiffPiece> const& pieces) {
  constexpr std::size_t kLongestPiece = 400;
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  std::string shown;
  std::vector<ColorRun> runs;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    DiffPiece const& piece = pieces[i];
    bool const same = piece.kind == DiffPiece::Kind::same;
    std::size_t const begin = shown.size();
    if (same) {
      shown += visibleBytes(theme, shortened(piece.bytes, i == 0, i + 1 == pieces.size())).text;
      runs.push_back({begin, shown.size(), c.muted, 0, Underline::none});
      continue;
    }
    bool const left = piece.kind == DiffPiece::Kind::onlyLeft;
    std::string const bytes = visibleBytes(theme, std::string_view(piece.bytes).substr(0, kLongestPiece), true).text;
    std::string_view const more = piece.bytes.size() > kLongestPiece ? "\xE2\x80\xA6" : "";
    shown += fmt::format("{}{}{}{}", left ? "[-" : "{+", bytes, more, left ? "-]" : "+}");
    runs.push_back({begin, shown.size(), left ? c.bad : c.good, left ? c.badSoft : c.goodSoft, Underline::none});
  }
  copyHeading(ui, tr("From what was signed to what should have been"), "desk-copy-diff", tr("Copy"), shown);
  text(theme, Role::caption, c.muted, tr("[-only in what was signed-]  {+only in what should have been signed+}"));
  gap(theme, space::kXs);
  textView(ui, "desk-diff", shown, runs);
}

/// The same in bytes: where, and which.
void drawChangedBytes(Ui const& ui, std::vector<DiffPiece> const& pieces) {
  constexpr std::size_t kMostRows = 6, kMostBytes = 16;
  using Kind = DiffPiece::Kind;
  auto const hex = [&](std::string const& bytes) {
    if (bytes.empty()) return std::string(tr("nothing"));
    return hexPairs(std::string_view(bytes).substr(0, kMostBytes)) + (bytes.size() > kMostBytes ? " \xE2\x80\xA6" : "");
  };
  std::size_t at = 0, rows = 0;
  for (std::size_t i = 0; i < pieces.size() && rows < kMostRows; ++i) {
    if (pieces[i].kind == Kind::same) {
      at += pieces[i].bytes.size();
      continue;
    }
    std::string was, shouldBe;
    for (; i < pieces.size() && pieces[i].kind != Kind::same; ++i) {
      (pieces[i].kind == Kind::onlyLeft ? was : shouldBe) += pieces[i].bytes;
    }
    --i;
    keyValue(ui, fmt::format("desk-byte-{}", rows++), trf("From byte {}", at),
             trf("signed {}, should be {}", hex(was), hex(shouldBe)));
    at += was.size();
  }
}

void drawFindings(Ui const& ui, inspect::Diagnosis const& found) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  if (!found.facts.empty()) {
    gap(theme, space::kM);
    text(theme, Role::smallStrong, c.muted, tr("What is sure"));
  }
  for (std::string const& fact : found.facts) text(theme, Role::small, c.text, fact);
  if (found.ruledOut.empty()) return;
  gap(theme, space::kM);
  text(theme, Role::smallStrong, c.muted, tr("Ruled out"));
  for (std::string const& one : found.ruledOut) text(theme, Role::small, c.text, "\xC2\xB7 " + one);
  ui.item("desk-ruled-out", tr("Ruled out"));
}

}  // namespace

void drawDeskDiagnosis(Ui const& ui) {
  Desk const& desk = *ui.view.desk;
  if (desk.examining()) return drawProgress(ui);
  if (!desk.diagnosis()) return;
  Theme const& theme = ui.theme;
  DeskDiagnosis const& diagnosis = *desk.diagnosis();
  gap(theme, space::kM);
  if (desk.stale(diagnosis.revision)) {
    banner(ui, Tone::neutral, Icon::refresh, tr("Diagnosis withdrawn"), tr("The desk was changed since; diagnose again."));
    ui.item("desk-diagnosis", "stale");
    return;
  }
  inspect::Diagnosis const& found = diagnosis.found;
  DiagnosisText const says = diagnosisText(diagnosis);
  Tone const tone = found.valid ? Tone::good : diagnosis.cancelled ? Tone::neutral : found.explained ? Tone::bad : Tone::warn;
  Icon const icon = found.valid ? Icon::check : diagnosis.cancelled ? Icon::close : Icon::scan;
  banner(ui, tone == Tone::bad ? Tone::neutral : tone, icon, says.heading, says.sentence);
  ui.item("desk-diagnosis", says.heading);
  for (std::size_t i = 0; i < found.causes.size(); ++i) drawCause(ui, i, found.causes[i]);
  if (!found.valid && !diagnosis.difference.empty()) {
    gap(theme, space::kM);
    drawDifference(ui, diagnosis.difference);
    gap(theme, space::kS);
    drawChangedBytes(ui, diagnosis.difference);
  }
  if (!found.valid && !diagnosis.cancelled) drawPublishedChecks(ui, found);
  drawFindings(ui, found);
}

}  // namespace aplus::ui
