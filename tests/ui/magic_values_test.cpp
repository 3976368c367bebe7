// The list of magic values: found at the till and in the palette, made from the wallet's table, and used by touch.
#include <gtest/gtest.h>

#include "participants/wallet/server/magic_values.h"
#include "support/ui_page.h"

namespace aplus::test {
namespace {

class MagicValueList : public testing::Test {
 protected:
  MagicValueList() : bench_(1280.0F, 3000.0F) {}  // high enough for the whole list

  void touch(std::string_view id) {
    bench_.click(id);
    bench_.page.controller.runToEnd();
    bench_.host.frames(2);
  }
  timeline::World const& world() { return bench_.page.controller.playback()->world(); }

  /// What became of the payment of so much.
  std::string outcomeOf(std::int64_t minor) {
    for (auto const& [id, payment] : world().walletServer.payments) {
      if (payment.content.paymentAmount.amountMinor == minor) return payment.result.resultCode;
    }
    return "";
  }

  UiBench bench_;
};

TEST_F(MagicValueList, areAllListedFromTheWalletsOwnTable) {
  bench_.open("upm-magic-values");
  bench_.click("till-magic-values");
  std::size_t listed = 0;
  for (auto const& value : wallet::server::magicValues()) {
    std::string const id = "magic-" + std::string(wallet::server::name(value.by)) + "-" + std::string(value.value);
    EXPECT_NE(bench_.page.find(id), nullptr) << id;
    ++listed;
  }
  EXPECT_GE(listed, 20u);
}

TEST_F(MagicValueList, areRungUpByTouchAndForceTheirOutcome) {
  bench_.open("upm-magic-values");
  bench_.click("till-magic-values");
  bench_.click("magic-amount-9004");
  EXPECT_EQ(bench_.page.state.dialog, ui::Dialog::none);
  ASSERT_EQ(world().acquirer.till, acquirer::Till::awaitingCode);
  EXPECT_EQ(world().acquirer.sale->amount, (Money{9004, "JPY"}));
  touch("phone-close");  // what the lesson's last payment has left there
  touch("phone-pay");
  touch("phone-present");
  EXPECT_EQ(world().acquirer.till, acquirer::Till::failed);
  EXPECT_EQ(outcomeOf(9004), "RISK_REJECT");
}

TEST_F(MagicValueList, leadToTheirLessonWhereTheWalletDoesNotKnowThem) {
  bench_.open("upm-pay");
  bench_.click("till-magic-values");
  bench_.click("magic-amount-9004");
  EXPECT_EQ(bench_.page.state.dialog, ui::Dialog::magicValues) << "this wallet takes no notice of it";
  for (auto const& [button, lesson] : {std::pair("magic-lesson-upm-magic-user", "upm-magic-user"),
                                       std::pair("magic-lesson-upm-magic-code", "upm-magic-code"),
                                       std::pair("magic-lesson-upm-magic-values", "upm-magic-values")}) {
    bench_.page.state.dialog = ui::Dialog::magicValues;
    bench_.click(button);
    EXPECT_EQ(bench_.page.controller.playback()->scenario().id, lesson);
  }
}

}  // namespace
}  // namespace aplus::test
