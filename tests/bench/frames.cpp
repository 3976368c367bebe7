// What a frame costs with a long run: everything but the graphics card's own work.
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "bench.h"
#include "host/headless/headless_host.h"
#include "support/huge_run.h"
#include "ui/controller.h"
#include "ui/ui.h"

namespace aplus::bench {
namespace {

constexpr std::size_t kSteps = 10'000;
constexpr int kFrames = 60;

class Page final : public host::Application {
 public:
  ui::Controller controller;
  ui::UiState state;

  void start() override { state.fonts = ui::loadFonts(); }
  double draw(host::Surroundings const& s) override {
    ui::Frame const frame{s.scale, s.timeMs, s.dark, s.highContrast, s.reducedMotion, s.coarsePointer};
    ui::Intents asked;
    double const wakeIn = ui::draw(controller.view(), frame, state, asked);
    controller.apply(asked);
    return wakeIn;
  }
  bool wantsDrag(float, float) const override { return false; }
  bool takeLeaveRequest() override { return false; }
};

/// The median over some frames, each after `before`.
template <class Before>
double frameMs(host::HeadlessHost& host, Before before) {
  std::vector<double> times;
  for (int i = 0; i < kFrames; ++i) {
    before(i);
    times.push_back(measureMs([&] { host.frame(); }));
  }
  return median(times);
}

}  // namespace

void frames() {
  Page page;
  host::HeadlessHost host(page, 1920.0F, 1080.0F);
  double const loading = measureMs([&] {
    if (!page.controller.loadScenario(test::hugeScenario(kSteps), 1) || !page.controller.seek(kSteps)) std::abort();
  });
  report("loading 10,000 steps", loading, "ms");
  host.frames(40);  // until the machine code is the fast one
  auto const nothing = [](int) {};
  for (auto const& [tab, name] : {std::pair{ui::InspectorTab::message, "message"}, std::pair{ui::InspectorTab::signature, "signature"},
                                  std::pair{ui::InspectorTab::state, "state"}, std::pair{ui::InspectorTab::diff, "diff"}}) {
    page.state.inspectorTab = tab;
    host.frames(3);
    std::string const label = std::string("frame, 10,000 steps, ") + name;
    report(label, frameMs(host, nothing), "ms");
  }
  page.state.inspectorTab = ui::InspectorTab::message;
  host.frames(3);
  report("frame, 10,000 steps, mouse moving", frameMs(host, [&](int i) { host.moveMouse(400.0F + float(i), 300.0F + float(i) * 5.0F); }), "ms");
  report("frame after a step, 10,000 steps", frameMs(host, [&](int i) { i % 2 == 0 ? page.controller.back() : page.controller.step(); }), "ms");
}

}  // namespace aplus::bench
