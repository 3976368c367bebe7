#include "host/headless/headless_host.h"

namespace aplus::host {
namespace {

constexpr double kFrameMs = 16.0;

/// What a renderer does with ImGui's textures, without a graphics card.
void serveTextures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

}  // namespace

HeadlessHost::HeadlessHost(Application& application, float widthCss, float heightCss, float scale)
    : application_(application), context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendRendererName = "aplus_null";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = {widthCss * scale, heightCss * scale};
  io.ConfigInputTextCursorBlink = false;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_ClipboardUserData = this;
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, char const* text) {
    auto* host = static_cast<HeadlessHost*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
    host->clipboard_ = text;
  };
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) -> char const* {
    auto* host = static_cast<HeadlessHost*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
    return host->clipboard_.c_str();
  };
  surroundings_.scale = scale;
  application_.start();
}

HeadlessHost::~HeadlessHost() {
  ImGui::SetCurrentContext(context_);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

void HeadlessHost::frame() {
  ImGui::SetCurrentContext(context_);
  ImGui::GetIO().DeltaTime = static_cast<float>(kFrameMs / 1000.0);
  surroundings_.timeMs += kFrameMs;
  ImGui::NewFrame();
  wakeInMs_ = application_.draw(surroundings_);
  ImGui::Render();
  serveTextures();
  vertexCount_ = ImGui::GetDrawData()->TotalVtxCount;
}

void HeadlessHost::frames(int count) {
  for (int i = 0; i < count; ++i) frame();
}

void HeadlessHost::moveMouse(float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x, y);
  frames(2);
}

void HeadlessHost::click(float x, float y) {
  moveMouse(x, y);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  frames(2);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  frames(2);
}

void HeadlessHost::doubleClick(float x, float y) {
  click(x, y);
  click(x, y);
}

void HeadlessHost::drag(float fromX, float fromY, float toX, float toY) {
  moveMouse(fromX, fromY);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  frames(2);
  moveMouse((fromX + toX) / 2.0F, (fromY + toY) / 2.0F);
  moveMouse(toX, toY);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  frames(2);
}

void HeadlessHost::press(ImGuiKey key, ImGuiKey modifier) {
  ImGuiIO& io = ImGui::GetIO();
  if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, true);
  io.AddKeyEvent(key, true);
  frames(2);
  io.AddKeyEvent(key, false);
  if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, false);
  frames(2);
}

void HeadlessHost::type(char const* text) {
  ImGui::GetIO().AddInputCharactersUTF8(text);
  frames(2);
}

}  // namespace aplus::host
