#include "ui/widgets/editor.h"
#include "ui/language.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "ui/widgets/controls.h"
#include "ui/widgets/visible_bytes.h"

namespace aplus::ui {
namespace {

/// So much of a text that is too long is shown.
constexpr std::size_t kPreview = 400;

/// What ImGui's callback writes into.
struct Buffer {
  std::string text;
  std::string const* paste = nullptr;  ///< to be put in, byte for byte
  bool replace = false;
  bool toEnd = false;
};

int onInput(ImGuiInputTextCallbackData* data) {
  auto& buffer = *static_cast<Buffer*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    buffer.text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = buffer.text.data();
    return 0;
  }
  if (buffer.toEnd) {
    data->CursorPos = data->SelectionStart = data->SelectionEnd = data->BufTextLen;
  }
  if (buffer.paste == nullptr) return 0;
  int const from = buffer.replace ? 0 : std::min(data->SelectionStart, data->SelectionEnd);
  int const to = buffer.replace ? data->BufTextLen : std::max(data->SelectionStart, data->SelectionEnd);
  if (to > from) data->DeleteChars(from, to - from);
  data->CursorPos = from;
  data->InsertChars(from, buffer.paste->data(), buffer.paste->data() + buffer.paste->size());
  data->SelectionStart = data->SelectionEnd = data->CursorPos;
  return 0;
}

/// ImGui's own paste drops carriage returns and tabs, so for the length of a call it finds an empty
/// clipboard; what was pasted is put in by the callback.
class OwnPaste {
 public:
  OwnPaste() : kept_(ImGui::GetPlatformIO().Platform_GetClipboardTextFn) {
    bool const asked = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_V) ||
                       ImGui::IsKeyChordPressed(ImGuiMod_Shift | ImGuiKey_Insert);
    if (char const* text = asked ? ImGui::GetClipboardText() : nullptr; text != nullptr) text_ = text;
    ImGui::GetPlatformIO().Platform_GetClipboardTextFn = [](ImGuiContext*) -> char const* { return ""; };
  }
  ~OwnPaste() { ImGui::GetPlatformIO().Platform_GetClipboardTextFn = kept_; }
  OwnPaste(OwnPaste const&) = delete;
  OwnPaste& operator=(OwnPaste const&) = delete;

  /// A line of its own has no ends.
  void makeOneLine() {
    text_.erase(std::remove_if(text_.begin(), text_.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }),
                text_.end());
  }
  std::string const& text() const { return text_; }

 private:
  char const* (*kept_)(ImGuiContext*);
  std::string text_;
};

/// One editor in one frame.
class Editor {
 public:
  Editor(Ui const& ui, std::string_view id, std::string const& text, EditorOptions const& options)
      : ui_(ui), theme_(ui.theme), id_(id), text_(text), options_(options) {
    width_ = options.width > 0.0F ? options.width : ImGui::GetContentRegionAvail().x;
    cell_ = measure(theme_, Role::mono, "0").x;
    line_ = std::round(theme_.typeface(Role::mono).size * 1.5F);
    padX_ = theme_.px(10.0F);
    padY_ = theme_.px(theme_.touch && options.rows == 1 ? 12.0F : 7.0F);
    editable_ = isEditable(text);
    shown_ = visibleBytes(theme_, editable_ ? std::string_view(text) : std::string_view(text).substr(0, kPreview));
    if (editable_) return;
    shown_.text += trf("\n{} bytes in all: kept as they are, {}.", text.size(),
                               text.size() > kPreview ? tr("too many to edit here") : tr("no text that could be edited here"));
  }

  std::optional<Edited> draw() {
    bool const editing = editable_ && ui_.state.editing == id_;
    at_ = ImGui::GetCursorScreenPos();
    height_ = static_cast<float>(visibleRows()) * line_ + 2.0F * padY_;
    drawFrame(editing);
    std::optional<Edited> edited;
    if (editing) edited = edit();
    else rest();
    return edited;
  }

 private:
  std::size_t columns() const { return static_cast<std::size_t>(std::max(8.0F, (width_ - 2.0F * padX_) / cell_)); }

  /// Begin and end of each line as it is wrapped.
  std::vector<std::pair<std::size_t, std::size_t>> lines() const {
    std::vector<std::pair<std::size_t, std::size_t>> all;
    std::string const& s = shown_.text;
    std::size_t begin = 0, column = 0;
    for (std::size_t at = 0; at < s.size(); ++at) {
      bool const continues = continuesCharacter(s[at]);
      if (s[at] == '\n') {
        all.emplace_back(begin, at);
        begin = at + 1;
        column = 0;
      } else if (!continues && ++column > columns()) {
        all.emplace_back(begin, at);
        begin = at;
        column = 1;
      }
    }
    all.emplace_back(begin, s.size());
    return all;
  }

  int visibleRows() const {
    if (options_.mostRows == 1) return editable_ ? 1 : 3;
    return std::clamp(static_cast<int>(lines().size()), options_.rows, std::max(options_.rows, options_.mostRows));
  }

  void drawFrame(bool editing) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Palette const& c = theme_.colors;
    ImVec2 const end{at_.x + width_, at_.y + height_};
    float const rounding = theme_.px(8.0F);
    bool const wrong = !options_.complaint.empty();
    list.AddRectFilled(at_, end, c.raised, rounding);
    list.AddRect(at_, end, wrong ? c.bad : editing ? c.accent : c.border, rounding, 0,
                 editing ? theme_.px(2.0F) : theme_.hairline());
  }

  /// Not edited: the text is shown, and a touch begins.
  void rest() {
    ImGui::InvisibleButton((id_ + "-rest").c_str(), {width_, height_});
    ui_.item(id_, id_);
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(editable_ ? ImGuiMouseCursor_TextInput : ImGuiMouseCursor_Arrow);
    if (ImGui::IsItemActivated() && editable_) {
      ui_.state.editing = id_;
      ui_.state.editingFrames = 0;
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(at_, {at_.x + width_, at_.y + height_}, true);
    if (text_.empty()) {
      drawText(list, theme_, Role::small, {at_.x + padX_, at_.y + padY_ + theme_.px(1.0F)}, theme_.colors.muted, options_.hint,
               options_.mostRows == 1 ? 0.0F : width_ - 2.0F * padX_);
    } else {
      drawLines(list);
    }
    list.PopClipRect();
  }

  void drawLines(ImDrawList& list) const {
    auto const all = lines();
    auto const rows = static_cast<std::size_t>(visibleRows());
    float y = at_.y + padY_ + (line_ - theme_.typeface(Role::mono).size) / 2.0F;
    for (std::size_t row = 0; row < std::min(rows, all.size()); ++row) {
      bool const last = row + 1 == rows && all.size() > rows;
      drawLine(list, all[row].first, all[row].second, y);
      if (last) drawMore(list, y, all.size() - rows);
      y += line_;
    }
  }

  /// How much is not shown.
  void drawMore(ImDrawList& list, float y, std::size_t hidden) const {
    bool const oneLine = options_.mostRows == 1;
    std::string const more = oneLine ? std::string("\xE2\x80\xA6") : trf("\xE2\x80\xA6 lines not shown: {}", hidden);
    float const x = at_.x + width_ - padX_ - measure(theme_, Role::caption, more).x;
    list.AddRectFilled({x - theme_.px(6.0F), y - theme_.px(2.0F)}, {at_.x + width_ - theme_.hairline(), y + line_ - theme_.px(4.0F)},
                       theme_.colors.raised);
    drawText(list, theme_, Role::caption, {x, y + theme_.px(1.0F)}, theme_.colors.muted, more);
  }

  void drawLine(ImDrawList& list, std::size_t begin, std::size_t end, float y) const {
    float x = at_.x + padX_;
    std::string_view const text = shown_.text;
    auto piece = [&](std::size_t from, std::size_t to, ImU32 color, ImU32 behind) {
      if (to <= from) return;
      std::string_view const part = text.substr(from, to - from);
      float const wide = measure(theme_, Role::mono, part).x;
      if (behind != 0) list.AddRectFilled({x, y - theme_.px(1.0F)}, {x + wide, y + line_ - theme_.px(4.0F)}, behind, theme_.px(3.0F));
      drawText(list, theme_, Role::mono, {x, y}, color, part);
      x += wide;
    };
    std::size_t at = begin;
    for (ColorRun const& run : shown_.escapes) {
      if (run.end <= begin || run.begin >= end) continue;
      piece(at, std::max(run.begin, at), theme_.colors.text, 0);
      piece(std::max(run.begin, begin), std::min(run.end, end), run.color, run.background);
      at = std::min(run.end, end);
    }
    piece(at, end, theme_.colors.text, 0);
  }

  std::optional<Edited> edit() {
    UiState& state = ui_.state;
    bool const oneLine = options_.mostRows == 1;
    Buffer buffer{text_, nullptr, options_.replaceOnPaste, state.editingFrames < 3};
    OwnPaste paste;
    if (oneLine) paste.makeOneLine();
    bool const tooLong = !isEditable(paste.text()) || text_.size() + paste.text().size() > 32 * 1024;
    bool const pastes = !paste.text().empty();
    if (pastes && !tooLong) buffer.paste = &paste.text();

    if (state.editingFrames == 0) ImGui::SetKeyboardFocusHere();
    bool const changed = input(buffer, oneLine);
    bool const escaped = ImGui::IsKeyPressed(ImGuiKey_Escape);
    bool const active = ImGui::IsItemActive();
    bool const left = ImGui::IsItemDeactivated() || (state.editingFrames > 4 && !active);
    if (++state.editingFrames < 4) ui_.wakeAt(ui_.frame.timeMs);
    if (left) state.editing.clear();
    if (pastes && tooLong && active) {
      state.editing.clear();
      return Edited{paste.text(), true};
    }
    // ImGui takes everything back on Escape; what was typed stays.
    if (!changed || escaped) return std::nullopt;
    return Edited{std::move(buffer.text), buffer.paste != nullptr};
  }

  bool input(Buffer& buffer, bool oneLine) {
    Typeface const face = theme_.typeface(Role::mono);
    ImGui::PushFont(face.font, face.size);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0U);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{padX_, oneLine ? (height_ - face.size) / 2.0F : padY_ + (line_ - face.size) / 2.0F});
    std::string const name = "##" + id_;
    constexpr ImGuiInputTextFlags kFlags = ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackAlways;
    bool changed = false;
    if (oneLine) {
      ImGui::SetNextItemWidth(width_);
      changed = ImGui::InputText(name.c_str(), buffer.text.data(), buffer.text.capacity() + 1, kFlags, onInput, &buffer);
    } else {
      changed = ImGui::InputTextMultiline(name.c_str(), buffer.text.data(), buffer.text.capacity() + 1, {width_, height_},
                                          kFlags, onInput, &buffer);
    }
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
    ImGui::PopFont();
    ui_.item(id_, id_);
    return changed;
  }

  Ui const& ui_;
  Theme const& theme_;
  std::string id_;
  std::string const& text_;
  EditorOptions const& options_;
  VisibleBytes shown_;
  bool editable_ = true;
  ImVec2 at_;
  float width_ = 0.0F, height_ = 0.0F, cell_ = 1.0F, line_ = 1.0F, padX_ = 0.0F, padY_ = 0.0F;
};

void drawComplaint(Ui const& ui, std::string_view id, std::string_view complaint) {
  Theme const& theme = ui.theme;
  ImVec2 const at = ImGui::GetCursorScreenPos();
  float const indent = theme.px(18.0F);
  drawIcon(*ImGui::GetWindowDrawList(), Icon::warning, {at.x + theme.px(6.0F), at.y + theme.px(9.0F)}, theme.px(12.0F), theme.colors.bad);
  ImGui::SetCursorScreenPos({at.x + indent, at.y});
  text(theme, Role::small, theme.colors.bad, complaint);
  ui.item(std::string(id) + "-complaint", complaint);
}

}  // namespace

std::optional<Edited> editor(Ui const& ui, std::string_view id, std::string_view label, std::string const& content,
                             EditorOptions const& options) {
  Theme const& theme = ui.theme;
  ImGui::BeginGroup();
  if (!label.empty()) {  // it belongs to its field, so it stands close
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{theme.px(space::kS), theme.px(space::kXs)});
    text(theme, Role::smallStrong, theme.colors.muted, label);
    ImGui::PopStyleVar();
  }
  Editor one(ui, id, content, options);
  std::optional<Edited> edited = one.draw();
  if (!isEditable(content)) {
    ButtonOptions clear;
    clear.height = theme.smallControl();
    if (button(ui, std::string(id) + "-clear", tr("Take it away"), clear)) edited = Edited{};
  }
  if (!options.complaint.empty()) {
    gap(theme, space::kXs);
    drawComplaint(ui, id, options.complaint);
  }
  ImGui::EndGroup();
  return edited;
}

}  // namespace aplus::ui
