#pragma once

namespace aplus::host {

/// What surrounds the page, as the person has set it up.
struct Surroundings {
  float scale = 1.0F;          ///< device pixels per CSS pixel
  double timeMs = 0.0;         ///< for animation and playing only; never reaches the simulation
  bool dark = false;
  bool highContrast = false;
  bool reducedMotion = false;
  bool coarsePointer = false;  ///< fingers rather than a mouse
};

/// Something that a host shows. All sizes are device pixels.
class Application {
 public:
  virtual ~Application() = default;

  /// Called once, when there is an ImGui context and before the first frame.
  virtual void start() = 0;

  /// Called between ImGui::NewFrame() and ImGui::Render(). Returns in how many milliseconds it wants
  /// to be drawn again by itself: 0 at once, negative not before something happens.
  virtual double draw(Surroundings const& surroundings) = 0;

  /// Whether a finger that moves from here drags something rather than scrolling.
  virtual bool wantsDrag(float x, float y) const = 0;

  /// A person asked to leave the canvas by keyboard since the last call.
  virtual bool takeLeaveRequest() = 0;

  /// A person wants to choose or take a picture of a code since the last call.
  virtual bool takePictureRequest() { return false; }

  /// A person wants the page without a canvas since the last call.
  virtual bool takeTextViewRequest() { return false; }
};

}  // namespace aplus::host
