#pragma once

#include <string>

#include <imgui.h>

#include "host/application.h"

namespace aplus::host {

/// Shows an application to nobody. One ImGui context per host, made and destroyed with it.
class HeadlessHost {
 public:
  HeadlessHost(Application& application, float widthCss, float heightCss, float scale = 1.0F);
  ~HeadlessHost();
  HeadlessHost(HeadlessHost const&) = delete;
  HeadlessHost& operator=(HeadlessHost const&) = delete;

  /// Draws one frame, 16 ms after the last.
  void frame();
  void frames(int count);

  void moveMouse(float x, float y);
  /// Presses and releases, with the frames that this takes. Positions are device pixels.
  void click(float x, float y);
  void doubleClick(float x, float y);
  void drag(float fromX, float fromY, float toX, float toY);
  void press(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None);
  void type(char const* text);

  Surroundings& surroundings() { return surroundings_; }
  std::string& clipboard() { return clipboard_; }
  /// What the last draw asked for.
  double wakeInMs() const { return wakeInMs_; }
  int vertexCount() const { return vertexCount_; }

 private:
  Application& application_;
  ImGuiContext* context_;
  Surroundings surroundings_;
  std::string clipboard_;
  double wakeInMs_ = -1.0;
  int vertexCount_ = 0;
};

}  // namespace aplus::host
