// What is refused because sandbox and production were mixed up lies on the desk, and the doctor names the mistake.

#include <gtest/gtest.h>

#include "scenario/playback.h"
#include "ui/desk/desk.h"

namespace aplus::ui {
namespace {

/// The step at which Alipay+ refuses the acquirer's pay.
std::size_t refusedStep(scenario::Playback const& run) {
  for (std::size_t n = 1; n <= run.length(); ++n) {
    timeline::StepRecord const& step = run.timeline().record(n);
    if (step.signature && !step.signature->valid) return n;
  }
  ADD_FAILURE() << "everything was valid";
  return 1;
}

// shows: acq-environment, acq-signature-key
TEST(MixedUpEnvironments, AreNamedByTheDoctor) {
  std::pair<char const*, char const*> const cases[] = {
      {"acq-production-key-in-sandbox", "Sandbox: Merchant / ACQP to Alipay+, production"},
      {"acq-production-client-id-in-sandbox", "Sandbox: Merchant / ACQP to Alipay+"}};
  for (auto const& [id, signer] : cases) {
    auto run = *scenario::Playback::load(*scenario::findBuiltin(id), 1);
    run.runToEnd();
    Desk desk;
    desk.take(run.timeline(), refusedStep(run));
    desk.diagnose();
    while (desk.examining()) desk.work();
    ASSERT_TRUE(desk.diagnosis()) << id;
    inspect::Diagnosis const& found = desk.diagnosis()->found;
    ASSERT_EQ(found.causes.size(), 1u) << id;
    EXPECT_EQ(found.causes[0].id, "key-of-other-environment") << id;
    EXPECT_EQ(found.signedBy, signer) << id;
    inspect::CheckFinding const key = found.checks()[std::size_t(inspect::FaqCheck::key)];
    EXPECT_EQ(key.state, inspect::CheckFinding::State::wrong);
    EXPECT_NE(key.text.find("other environment"), std::string::npos) << key.text;
  }
}

}  // namespace
}  // namespace aplus::ui
