#include "host/web/keyboard.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "host/web/host_state.h"

namespace aplus::host {
namespace {

/// Holds the canvas and the text field, so both bring their keys here.
constexpr char const* kStage = "#stage";

struct NamedKey {
  std::string_view name;
  ImGuiKey key;
};

constexpr std::array<NamedKey, 14> kByName{{
    {"ArrowLeft", ImGuiKey_LeftArrow}, {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},     {"ArrowDown", ImGuiKey_DownArrow},
    {"Home", ImGuiKey_Home},           {"End", ImGuiKey_End},
    {"PageUp", ImGuiKey_PageUp},       {"PageDown", ImGuiKey_PageDown},
    {"Enter", ImGuiKey_Enter},         {"Escape", ImGuiKey_Escape},
    {"Backspace", ImGuiKey_Backspace}, {"Delete", ImGuiKey_Delete},
    {" ", ImGuiKey_Space},             {"Insert", ImGuiKey_Insert},
}};

ImGuiKey keyOf(EmscriptenKeyboardEvent const& event) {
  std::string_view const name = event.key;
  auto const* found = std::find_if(kByName.begin(), kByName.end(),
                                   [&](NamedKey const& one) { return one.name == name; });
  if (found != kByName.end()) return found->key;
  if (name.size() != 1) return ImGuiKey_None;
  char const c = name[0];
  if (c >= 'a' && c <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'));
  if (c >= 'A' && c <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'A'));
  if (c >= '0' && c <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'));
  return ImGuiKey_None;
}

/// Keys whose default would move the page or that the panels answer.
bool isOurs(EmscriptenKeyboardEvent const& event, ImGuiKey key) {
  bool const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (command) return key == ImGuiKey_K || (key == ImGuiKey_Z && !ImGui::GetIO().WantTextInput);
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (key) {
    case ImGuiKey_LeftArrow:
    case ImGuiKey_RightArrow:
    case ImGuiKey_UpArrow:
    case ImGuiKey_DownArrow:
    case ImGuiKey_Home:
    case ImGuiKey_End:
    case ImGuiKey_PageUp:
    case ImGuiKey_PageDown:
    case ImGuiKey_Space: return !ImGui::GetIO().WantTextInput;
    default: return false;
  }
}

/// Copy, cut and paste come as events of their own.
bool isClipboardKey(EmscriptenKeyboardEvent const& event, ImGuiKey key) {
  if (!event.ctrlKey && !event.metaKey) return false;
  return key == ImGuiKey_C || key == ImGuiKey_X || key == ImGuiKey_V;
}

EM_BOOL onKey(int type, EmscriptenKeyboardEvent const* event, void*) {
  constexpr unsigned long kComposing = 229;
  bool const down = type == EMSCRIPTEN_EVENT_KEYDOWN;
  if (down && event->keyCode == kComposing) return EM_FALSE;
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, event->ctrlKey != 0);
  io.AddKeyEvent(ImGuiMod_Shift, event->shiftKey != 0);
  io.AddKeyEvent(ImGuiMod_Alt, event->altKey != 0);
  io.AddKeyEvent(ImGuiMod_Super, event->metaKey != 0);
  ImGuiKey const key = keyOf(*event);
  bool const plain = !event->ctrlKey && !event->metaKey && !event->altKey;
  bool const character = std::strlen(event->key) == 1;
  // Shortcuts such as ? are characters: which key makes them is the layout's affair.
  if (down && plain && character && !io.WantTextInput) io.AddInputCharactersUTF8(event->key);
  requestFrames(kFramesAfterInput);
  bool const slash = std::strcmp(event->key, "/") == 0;  // or Firefox would find in the page
  if (down && plain && slash && !io.WantTextInput) return EM_TRUE;
  if (key == ImGuiKey_None || isClipboardKey(*event, key)) return EM_FALSE;
  io.AddKeyEvent(key, down);
  // macOS never sends the release of a key that was pressed with Command.
  if (down && event->metaKey != 0) io.AddKeyEvent(key, false);
  return down && isOurs(*event, key) ? EM_TRUE : EM_FALSE;
}

}  // namespace

void installKeyboard() {
  emscripten_set_keydown_callback(kStage, nullptr, EM_FALSE, onKey);
  emscripten_set_keyup_callback(kStage, nullptr, EM_FALSE, onKey);
}

}  // namespace aplus::host

// What the real text field brings.
extern "C" {

EMSCRIPTEN_KEEPALIVE void aplus_text(char const* text) {
  ImGui::GetIO().AddInputCharactersUTF8(text);
  aplus::host::requestFrames(aplus::host::kFramesAfterInput);
}

/// For soft keyboards, which send edits rather than keys.
EMSCRIPTEN_KEEPALIVE void aplus_edit(char const* inputType) {
  ImGuiKey key = ImGuiKey_None;
  if (std::strcmp(inputType, "deleteContentBackward") == 0) key = ImGuiKey_Backspace;
  if (std::strcmp(inputType, "deleteContentForward") == 0) key = ImGuiKey_Delete;
  if (std::strcmp(inputType, "insertLineBreak") == 0) key = ImGuiKey_Enter;
  if (key == ImGuiKey_None) return;
  ImGui::GetIO().AddKeyEvent(key, true);
  ImGui::GetIO().AddKeyEvent(key, false);
  aplus::host::requestFrames(aplus::host::kFramesAfterInput);
}

EMSCRIPTEN_KEEPALIVE void aplus_focus_lost() {
  ImGui::GetIO().ClearInputKeys();
  aplus::host::requestFrames(aplus::host::kFramesAfterInput);
}

/// The keyboard went from the real field to something else on the page: the drawn one is not edited any more.
EMSCRIPTEN_KEEPALIVE void aplus_text_left() {
  if (ImGui::GetIO().WantTextInput) ImGui::ClearActiveID();
  ImGui::GetIO().ClearInputKeys();
  aplus::host::requestFrames(aplus::host::kFramesAfterInput);
}

EMSCRIPTEN_KEEPALIVE void aplus_apple_keys(int apple) {
  ImGui::GetIO().ConfigMacOSXBehaviors = apple != 0;
}

}  // extern "C"
