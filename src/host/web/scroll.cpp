#include "host/web/scroll.h"

#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

namespace aplus::host {
namespace {

constexpr float kFrictionMs = 325.0F;    // time in which a fling loses 63 % of its speed
constexpr float kSlowest = 0.02F;        // device pixels per millisecond

struct Pending {
  ImVec2 at;
  ImVec2 by;
  ImVec2 speed;
};

Pending& pending() {
  static Pending state;
  return state;
}

bool canScroll(ImGuiWindow const& window, ImVec2 by) {
  bool const vertical = (by.y > 0.0F && window.Scroll.y < window.ScrollMax.y) ||
                        (by.y < 0.0F && window.Scroll.y > 0.0F);
  bool const horizontal = (by.x > 0.0F && window.Scroll.x < window.ScrollMax.x) ||
                          (by.x < 0.0F && window.Scroll.x > 0.0F);
  return vertical || horizontal;
}

bool scrollWindowAt(ImVec2 at, ImVec2 by) {
  ImGuiWindow* window = nullptr;
  ImGui::FindHoveredWindowEx(at, false, &window, nullptr);
  while (window != nullptr && !canScroll(*window, by)) {
    bool const isChild = (window->Flags & ImGuiWindowFlags_ChildWindow) != 0;
    window = isChild ? window->ParentWindow : nullptr;
  }
  if (window == nullptr) return false;
  ImGui::SetScrollX(window, ImClamp(window->Scroll.x + by.x, 0.0F, window->ScrollMax.x));
  ImGui::SetScrollY(window, ImClamp(window->Scroll.y + by.y, 0.0F, window->ScrollMax.y));
  return true;
}

}  // namespace

void scrollBy(float x, float y, float dx, float dy) {
  Pending& state = pending();
  state.at = {x, y};
  state.by.x += dx;
  state.by.y += dy;
}

void fling(float x, float y, float vx, float vy) {
  pending().at = {x, y};
  pending().speed = {vx, vy};
}

void stopFling() { pending().speed = {}; }

bool applyScroll(double passedMs, bool reducedMotion) {
  Pending& state = pending();
  if (reducedMotion) state.speed = {};
  float const passed = static_cast<float>(passedMs);
  ImVec2 by{state.by.x + state.speed.x * passed, state.by.y + state.speed.y * passed};
  state.by = {};
  if (by.x == 0.0F && by.y == 0.0F) return false;
  bool const moved = scrollWindowAt(state.at, by);
  float const kept = std::exp(-passed / kFrictionMs);
  state.speed = {state.speed.x * kept, state.speed.y * kept};
  bool const slow = std::fabs(state.speed.x) + std::fabs(state.speed.y) < kSlowest;
  if (!moved || slow) state.speed = {};
  return !slow && moved;
}

}  // namespace aplus::host
