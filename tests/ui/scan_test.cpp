// The phone and the till when the merchant shows the code: touched, as a person does.
#include <gtest/gtest.h>

#include "support/ui_page.h"

namespace aplus::test {
namespace {

class Scanning : public testing::Test {
 protected:
  Scanning() : bench_(1280.0F, 900.0F) {
    bench_.open("mpm-unknown-code");
    bench_.page.controller.runToEnd();
  }

  void touch(std::string_view id) {
    bench_.click(id);
    bench_.page.controller.runToEnd();
    bench_.host.frames(2);
  }

  void type(std::string_view amount) {
    for (char const c : amount) touch(c == '.' ? std::string("page-key-point") : std::string("page-key-") + c);
  }

  bool has(std::string_view id) { return bench_.page.find(id) != nullptr; }
  timeline::World const& world() { return bench_.page.controller.playback()->world(); }

  UiBench bench_;
};

TEST_F(Scanning, paysByTheShopsOwnCodeWithNothingButTaps) {
  touch("phone-back");
  touch("till-entry-code");
  EXPECT_EQ(world().acquirer.till, acquirer::Till::showingCode);
  touch("phone-open-scanner");
  touch("phone-scan");
  type("12.5");
  EXPECT_EQ(bench_.page.state.fields["page-amount"], "12.5");
  touch("page-confirm");
  EXPECT_EQ(bench_.page.state.fields["page-amount"], "") << "the next amount begins anew";
  touch("phone-confirm");
  EXPECT_EQ(world().acquirer.till, acquirer::Till::paid);
  EXPECT_TRUE(world().walletApp.receipt->paid);
  touch("phone-close");
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::home);
}

TEST_F(Scanning, readsTheErrorPageAndClosesIt) {
  touch("phone-back");
  touch("till-entry-code");
  touch("phone-open-scanner");
  touch("phone-scan");
  type("500.01");
  touch("page-confirm");
  EXPECT_EQ(world().clientSdk.webView.page, client_sdk::Page::error);
  EXPECT_TRUE(has("page-close"));
  EXPECT_FALSE(has("phone-confirm"));
  touch("page-close");
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::home);
}

TEST_F(Scanning, theKeypadErasesAndTakesOnePoint) {
  touch("phone-back");
  touch("till-entry-code");
  touch("phone-open-scanner");
  touch("phone-scan");
  type("1..2");
  EXPECT_EQ(bench_.page.state.fields["page-amount"], "1.2");
  touch("page-key-erase");
  touch("page-key-erase");
  touch("page-key-erase");
  touch("page-key-erase");
  EXPECT_EQ(bench_.page.state.fields["page-amount"], "");
  touch("page-confirm");
  EXPECT_EQ(world().clientSdk.webView.message, "Please type an amount");
}

TEST_F(Scanning, showsAnOrderCodeAndGoesBackFromTheQuestion) {
  touch("phone-back");
  touch("till-place-order");
  EXPECT_EQ(world().acquirer.till, acquirer::Till::showingCode);
  touch("phone-open-scanner");
  touch("phone-scan");
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::confirmPayment);
  touch("phone-back");
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::home);
  touch("till-cancel");
  EXPECT_EQ(world().acquirer.till, acquirer::Till::cancelled);
}

TEST_F(Scanning, asksForAPicture) {
  touch("phone-open-scanner");
  EXPECT_FALSE(bench_.page.state.pictureRequested);
  bench_.click("phone-picture");
  EXPECT_TRUE(bench_.page.state.pictureRequested);
}

}  // namespace
}  // namespace aplus::test
