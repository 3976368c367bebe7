#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "scenario/playback.h"

namespace aplus::test {

using scenario::Playback;

/// A scenario's run, the passwords that were made in it, and which of them the phone showed after each step.
struct Observed {
  explicit Observed(std::string const& id) : run(std::move(*Playback::load(*scenario::findBuiltin(id), 1))) {
    shown.push_back(onScreen());
    while (run.step()) shown.push_back(onScreen());
    for (auto const& [verifyRequestId, otp] : run.world().walletServer.easyPay.passwords) passwords.insert(otp.code);
  }

  std::string onScreen() const { return user::shownPassword(run.world().user, run.world().now); }

  void expectOnlyShown(std::string const& text, std::size_t step, char const* what) const {
    for (std::string const& password : passwords) {
      if (password == shown[step]) continue;
      EXPECT_EQ(text.find(password), text.npos) << run.scenario().id << ", step " << step << ", " << what;
    }
  }

  Playback run;
  std::vector<std::string> shown;  ///< by step, from 0 on
  std::set<std::string> passwords;
};

inline std::vector<std::string> scenariosWithPasswords() {
  std::vector<std::string> ids;
  for (scenario::Scenario const& one : scenario::builtinScenarios()) {
    auto run = Playback::load(one, 1);
    run->runToEnd();
    if (!run->world().walletServer.easyPay.passwords.empty()) ids.push_back(one.id);
  }
  return ids;
}

inline std::string testName(testing::TestParamInfo<std::string> const& one) {
  std::string name = one.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

}  // namespace aplus::test
