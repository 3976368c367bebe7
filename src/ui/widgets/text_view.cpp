#include "ui/widgets/text_view.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "ui/widgets/controls.h"
#include "ui/widgets/selection.h"
#include "ui/widgets/text.h"

namespace aplus::ui {
namespace {

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< without a line end
};

/// Breaks at line ends and after so many characters; a character is one cell.
std::vector<Line> breakLines(std::string_view text, std::size_t columns) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  std::size_t column = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '\n') {
      lines.push_back({begin, at});
      begin = ++at;
      column = 0;
      continue;
    }
    if (column == columns) {
      lines.push_back({begin, at});
      begin = at;
      column = 0;
    }
    at = nextCharacter(text, at);
    ++column;
  }
  lines.push_back({begin, text.size()});
  return lines;
}

/// Everything about one text view in one frame.
class View {
 public:
  View(Ui const& ui, std::string_view text, std::vector<ColorRun> const& runs, float width)
      : ui_(ui), text_(text), runs_(runs) {
    face_ = ui.theme.typeface(Role::mono);
    cell_ = face_.font->CalcTextSizeA(face_.size, 1000.0F, 0.0F, "0").x;
    lineHeight_ = std::round(face_.size * 1.5F);
    pad_ = ui.theme.px(space::kM);
    auto const columns = static_cast<std::size_t>(std::max(8.0F, (width - 2.0F * pad_) / cell_));
    lines_ = breakLines(text, columns);
  }

  float height() const { return static_cast<float>(lines_.size()) * lineHeight_ + 2.0F * pad_; }
  void place(ImVec2 at) { at_ = at; }

  /// The byte under the mouse; nothing beside the text.
  std::optional<std::size_t> byteUnder(ImVec2 mouse) const {
    float const row = (mouse.y - at_.y - pad_) / lineHeight_;
    float const column = (mouse.x - at_.x - pad_) / cell_;
    if (row < 0.0F || column < 0.0F || static_cast<std::size_t>(row) >= lines_.size()) return std::nullopt;
    Line const& line = lines_[static_cast<std::size_t>(row)];
    std::size_t at = line.begin;
    for (auto left = static_cast<std::size_t>(column); left > 0 && at < line.end; --left) at = nextCharacter(text_, at);
    return at < line.end ? std::optional(at) : std::nullopt;
  }

  std::size_t hit(ImVec2 mouse) const {
    float const row = (mouse.y - at_.y - pad_) / lineHeight_;
    if (row < 0.0F) return 0;
    auto const index = static_cast<std::size_t>(row);
    if (index >= lines_.size()) return text_.size();
    float const column = std::max(0.0F, std::round((mouse.x - at_.x - pad_) / cell_));
    Line const& line = lines_[index];
    std::size_t at = line.begin;
    for (auto left = static_cast<std::size_t>(column); left > 0 && at < line.end; --left) {
      at = nextCharacter(text_, at);
    }
    return at;
  }

  void draw(ImDrawList& list, float top, float bottom, std::size_t selectedFrom,
            std::size_t selectedTo) const {
    float const first = std::max(0.0F, (top - at_.y - pad_) / lineHeight_);
    auto index = static_cast<std::size_t>(first);
    std::size_t run = 0;
    for (; index < lines_.size(); ++index) {
      float const y = at_.y + pad_ + static_cast<float>(index) * lineHeight_;
      if (y > bottom) break;
      drawSelection(list, lines_[index], y, selectedFrom, selectedTo);
      drawLine(list, lines_[index], y, run);
    }
  }

 private:
  float x(Line const& line, std::size_t offset) const {
    std::size_t cells = 0;
    for (std::size_t at = line.begin; at < offset; at = nextCharacter(text_, at)) ++cells;
    return at_.x + pad_ + static_cast<float>(cells) * cell_;
  }

  void drawSelection(ImDrawList& list, Line const& line, float y, std::size_t from,
                     std::size_t to) const {
    std::size_t const a = std::max(from, line.begin);
    std::size_t const b = std::min(to, line.end);
    bool const lineEnd = from <= line.end && to > line.end;
    if (a > b || (a == b && !lineEnd)) return;
    float const extra = lineEnd ? cell_ / 2.0F : 0.0F;
    list.AddRectFilled({x(line, a), y}, {x(line, b) + extra, y + lineHeight_},
                       selectionColor(ui_.theme));
  }

  void drawLine(ImDrawList& list, Line const& line, float y, std::size_t& run) const {
    std::size_t at = line.begin;
    while (at < line.end) {
      while (run < runs_.size() && runs_[run].end <= at) ++run;
      bool const inRun = run < runs_.size() && runs_[run].begin <= at;
      std::size_t end = line.end;
      if (inRun) end = std::min(end, runs_[run].end);
      if (!inRun && run < runs_.size()) end = std::min(end, runs_[run].begin);
      float const left = x(line, at);
      if (inRun && runs_[run].background != 0) {
        list.AddRectFilled({left, y}, {x(line, end), y + lineHeight_}, runs_[run].background);
      }
      ImU32 const color = inRun ? runs_[run].color : ui_.theme.colors.text;
      drawText(list, ui_.theme, Role::mono, {left, y + (lineHeight_ - face_.size) / 2.0F}, color,
               text_.substr(at, end - at));
      if (inRun) {
        drawUnderline(list, ui_.theme, runs_[run].underline, {left, y + lineHeight_ - ui_.theme.px(2.0F)},
                      x(line, end) - left, color);
      }
      at = end;
    }
  }

  Ui const& ui_;
  std::string_view text_;
  std::vector<ColorRun> const& runs_;
  Typeface face_;
  float cell_ = 1.0F;
  float lineHeight_ = 1.0F;
  float pad_ = 0.0F;
  std::vector<Line> lines_;
  ImVec2 at_;
};

}  // namespace

void drawUnderline(ImDrawList& list, Theme const& theme, Underline kind, ImVec2 from, float width, ImU32 color) {
  float const thick = theme.px(1.0F);
  auto line = [&](float x, float y, float length) {
    list.AddRectFilled({x, y}, {std::min(x + length, from.x + width), y + thick}, color);
  };
  float const dash = kind == Underline::dashed ? theme.px(5.0F) : theme.px(1.5F);
  float const step = kind == Underline::dashed ? theme.px(8.0F) : theme.px(4.0F);
  switch (kind) {
    case Underline::none: break;
    case Underline::twice: line(from.x, from.y - 2.0F * thick, width); [[fallthrough]];
    case Underline::solid: line(from.x, from.y, width); break;
    case Underline::dashed:
    case Underline::dotted:
      for (float x = from.x; x < from.x + width; x += step) line(x, from.y, dash);
  }
}

TextPointer textView(Ui const& ui, std::string_view id, std::string_view text,
                     std::vector<ColorRun> const& runs) {
  float const width = std::max(ImGui::GetContentRegionAvail().x, ui.theme.px(80.0F));
  View view(ui, text, runs, width);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  view.place(at);
  std::string const name(id);
  ImGui::InvisibleButton(name.c_str(), {width, view.height()});
  ui.item(id, id);
  ImGuiID const itemId = ImGui::GetItemID();
  bool const hovered = ImGui::IsItemHovered();
  bool const released = ImGui::IsItemDeactivated() && hovered;
  auto const [from, to] = followSelection(ui, text, [&view](ImVec2 mouse) { return view.hit(mouse); });
  TextSelection const& selection = ui.state.selection;

  ImDrawList& list = *ImGui::GetWindowDrawList();
  Palette const& c = ui.theme.colors;
  ImVec2 const end{at.x + width, at.y + view.height()};
  list.AddRectFilled(at, end, c.raised, ui.theme.px(8.0F));
  ImVec2 const clipMin = ImGui::GetWindowDrawList()->GetClipRectMin();
  ImVec2 const clipMax = ImGui::GetWindowDrawList()->GetClipRectMax();
  view.draw(list, clipMin.y, clipMax.y, from, to);

  TextPointer pointer;
  ImVec2 const mouse = ImGui::GetIO().MousePos;
  if (hovered) pointer.over = view.byteUnder(mouse);
  if (released && selection.owner == itemId && selection.anchor == selection.caret) pointer.touched = view.byteUnder(mouse);
  return pointer;
}

void hexView(Ui const& ui, std::string_view id, std::string_view bytes) {
  float const cell = measure(ui.theme, Role::mono, "0").x;
  float const room = ImGui::GetContentRegionAvail().x - ui.theme.px(2.0F * space::kM);
  constexpr float kSixteenNeeds = 4.0F + 2.0F + 16.0F * 3.0F + 1.0F + 16.0F;
  std::size_t const perRow = room >= kSixteenNeeds * cell ? 16 : 8;
  std::string out;
  std::vector<ColorRun> runs;
  for (std::size_t row = 0; row < bytes.size(); row += perRow) {
    std::size_t const begin = out.size();
    fmt::format_to(std::back_inserter(out), "{:04x}  ", row);
    runs.push_back({begin, out.size(), ui.theme.colors.muted, 0});
    for (std::size_t i = row; i < row + perRow; ++i) {
      if (i < bytes.size()) {
        fmt::format_to(std::back_inserter(out), "{:02x} ", static_cast<unsigned char>(bytes[i]));
      } else {
        out += "   ";
      }
    }
    out += ' ';
    std::size_t const textBegin = out.size();
    for (std::size_t i = row; i < std::min(row + perRow, bytes.size()); ++i) {
      out += bytes[i] >= 0x20 && bytes[i] < 0x7F ? bytes[i] : '.';
    }
    runs.push_back({textBegin, out.size(), ui.theme.colors.accent, 0});
    if (row + perRow < bytes.size()) out += '\n';
  }
  textView(ui, id, out, runs);
}

}  // namespace aplus::ui
