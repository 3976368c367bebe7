// A one-time password is in no view of a run unless the phone shows it at that moment.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/api/permalink.h"
#include "app/api/views.h"
#include "support/passwords.h"

namespace aplus::app {
namespace {

using Json = nlohmann::ordered_json;
using test::Observed;
using test::Playback;

class PasswordsInViews : public testing::TestWithParam<std::string> {};

// shows: ep-otp-secret
TEST_P(PasswordsInViews, HaveNoneThatThePhoneDoesNotShow) {
  Observed const seen(GetParam());
  Playback run = seen.run;
  for (std::size_t n = 0; n <= run.length(); ++n) {
    ASSERT_TRUE(run.seek(n));
    seen.expectOnlyShown(screensJson(run).dump(), n, "screens");
    seen.expectOnlyShown(statesJson(run).dump(), n, "states");
    seen.expectOnlyShown(*formatPermalink(run), n, "permalink");
    if (n > 0) seen.expectOnlyShown(detailsJson(run, n).dump(), n, "details of the last step");
  }
  for (std::size_t n = 1; n <= run.length(); ++n) seen.expectOnlyShown(detailsJson(run, n).dump(), n, "details");
  seen.expectOnlyShown(rowsJson(run, 1).dump() + lessonJson(run).dump() + branchesJson(run).dump(), 0, "rows and lesson");
}

TEST(PasswordViews, SayWhatIsCovered) {
  Observed const seen("easy-pay-verify-twice");
  EXPECT_TRUE(detailsJson(seen.run, 20)["covered"].is_null()) << "the phone shows it";
  Json const repeated = detailsJson(seen.run, 37);
  EXPECT_NE(repeated["covered"].get<std::string>().find("covered here"), std::string::npos);
  EXPECT_NE(repeated["body"].get<std::string>().find("\"otpCode\":\"******\""), std::string::npos);
  EXPECT_NE(repeated["check"]["content"].dump().find("******"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Builtin, PasswordsInViews, testing::ValuesIn(test::scenariosWithPasswords()), test::testName);

}  // namespace
}  // namespace aplus::app
