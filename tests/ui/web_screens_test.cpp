// The user's browser and the short messages on the phone: touched, as a person does.
#include <gtest/gtest.h>

#include "support/ui_page.h"
#include "ui/devices.h"
#include "ui/hands.h"
#include "ui/world_words.h"

namespace aplus::test {
namespace {

using ui::Device;
namespace intent = ui::intent;

/// A web shop in Hong Kong and a wallet of the city; everything is done by hand.
std::string shopWorld(std::string const& merchant = "Harbour Books") {
  return R"({"id": "by-hand", "title": "By hand", "summary": "A web shop and a wallet.",
    "source": "https://docs.alipayplus.com/", "flow": "easy-pay",
    "world": {
      "clock": "2025-09-01T10:00:00.000+08:00", "region": "HK",
      "wallet": {"currency": "HKD", "balance": {"value": "10000", "currency": "HKD"}},
      "merchant": {"referenceMerchantId": "M1", "merchantMCC": "5942", "merchantName": ")" + merchant + R"(",
        "region": "HK", "city": "Hong Kong", "referenceStoreId": "S1", "storeName": "Books", "storeMCC": "5942"}},
    "steps": [{"id": "start", "say": "By hand.", "run": {"until": "idle"}}]})";
}

class WebScreens : public testing::Test {
 protected:
  WebScreens() : bench_(1280.0F, 900.0F) {}

  /// To the beginning of the run, before anything was touched.
  void open(std::string const& text = shopWorld()) {
    auto const opened = bench_.page.controller.loadText(text, "mine.json", 1);
    ASSERT_TRUE(opened) << opened.error().message;
    bench_.host.frames(3);
  }

  void openBuiltin(std::string_view id) {
    bench_.open(id);
    if (HasFatalFailure()) return;
    bench_.page.controller.runToEnd();
    bench_.host.frames(3);
  }

  void toCheckout() {
    open();
    touch("web-check-out");
    ASSERT_EQ(pageName(), "checkout");
  }

  /// Touches, and lets everything happen that comes of it.
  void touch(std::string_view id) {
    bench_.click(id);
    settle();
  }

  void settle() {
    bench_.page.controller.runToEnd();
    bench_.host.frames(20);  // a message has dropped in
  }

  void paste(std::string_view id, std::string const& text) {
    bench_.click(id);
    bench_.host.press(ImGuiKey_A, ImGuiMod_Ctrl);
    bench_.host.clipboard() = text;
    bench_.host.press(ImGuiKey_V, ImGuiMod_Ctrl);
    bench_.host.frames(2);
  }

  user::Command lastCommand() {
    for (auto at = bench_.page.asked.rbegin(); at != bench_.page.asked.rend(); ++at) {
      if (auto const* act = std::get_if<intent::Act>(&*at)) return act->command;
    }
    return {};
  }

  bool has(std::string_view id) {
    bench_.host.frames(2);
    return bench_.page.find(id) != nullptr;
  }
  std::string labelOf(std::string_view id) {
    bench_.host.frames(2);
    ui::Item const* item = bench_.page.find(id);
    return item == nullptr ? "" : item->label;
  }
  scenario::Playback const& run() { return *bench_.page.controller.playback(); }
  timeline::World const& world() { return run().world(); }
  std::string pageName() { return world().user.browser ? world().user.browser->name : ""; }
  std::string fact(char const* name) {
    auto const& texts = world().user.browser->texts;
    auto const found = texts.find(name);
    return found == texts.end() ? "" : found->second;
  }

  UiBench bench_;
};

TEST_F(WebScreens, theShopFrontSellsWhatIsTyped) {
  open();
  paste("web-value", "350");
  touch("web-check-out");
  EXPECT_EQ(lastCommand().name, "checkOut");
  EXPECT_EQ(fact("amount"), "3.50 HKD");
  EXPECT_TRUE(has("web-method-easyPay"));
  EXPECT_TRUE(has("web-method-bindAccount"));
  EXPECT_FALSE(has("web-method-storedToken"));
  EXPECT_NE(labelOf("browser-address").find("https://shop.example/checkout/"), std::string::npos);
}

TEST_F(WebScreens, theLoginIdOfTheUserIsLeftOutOfTheCommand) {
  toCheckout();
  bench_.click("web-method-easyPay");
  EXPECT_EQ(lastCommand().arguments, (std::map<std::string, std::string>{{"method", "easyPay"}}));
}

TEST_F(WebScreens, anotherLoginIdGoesWithTheMethod) {
  toCheckout();
  paste("web-login-id", "852-00000000");
  bench_.click("web-method-easyPay");
  EXPECT_EQ(lastCommand().arguments.at("userLoginId"), "852-00000000");
}

TEST_F(WebScreens, aPageThatIsOnItsWaySaysSo) {
  toCheckout();
  bench_.click("web-method-easyPay");
  std::size_t const clicked = run().cursor();
  settle();
  bool seen = false;
  for (std::size_t n = clicked; n <= run().length() && !seen; ++n) {
    bench_.page.controller.seek(n);
    seen = pageName() == "loading";
  }
  ASSERT_TRUE(seen);
  bench_.host.frames(2);
  EXPECT_FALSE(has("web-confirm-account"));
}

class EasyPayScreens : public WebScreens {
 protected:
  void toOtp() {
    toCheckout();
    touch("web-method-easyPay");
    ASSERT_EQ(pageName(), "account");
    touch("web-confirm-account");
    ASSERT_EQ(pageName(), "otp");
    ASSERT_TRUE(world().user.sms);
  }
};

TEST_F(EasyPayScreens, paysForTheFirstTimeAndThenWithTheTokenByTouchAlone) {
  toOtp();
  bench_.click("web-agree");
  bench_.click("web-otp-from-sms");
  touch("web-enter-otp");
  EXPECT_EQ(lastCommand().arguments.at("agree"), "true");
  ASSERT_EQ(pageName(), "paymentResult");
  EXPECT_EQ(fact("paid"), "true");
  EXPECT_NE(fact("agreement"), "");

  touch("web-buy-more");
  touch("web-check-out");
  ASSERT_TRUE(has("web-method-storedToken"));
  touch("web-method-storedToken");
  EXPECT_EQ(pageName(), "paymentResult");
  EXPECT_EQ(fact("paid"), "true");
  EXPECT_EQ(ui::phoneText(world()).title, "Paid") << "the wallet has told its user";
}

TEST_F(EasyPayScreens, theMessageEntersItsCodeByOneTap) {
  toOtp();
  EXPECT_TRUE(has("sms"));
  bench_.click("web-agree");
  bench_.click("sms-enter-code");
  EXPECT_EQ(lastCommand(), (user::Command{"enterOtp", {{"agree", "true"}}})) << "the code itself stays on the phone";
  settle();
  EXPECT_EQ(fact("paid"), "true");
}

TEST_F(EasyPayScreens, theAgreementIsNotTickedByItself) {
  toOtp();
  bench_.click("sms-enter-code");
  EXPECT_EQ(lastCommand(), (user::Command{"enterOtp", {}}));
  settle();
  EXPECT_EQ(fact("agreement"), "");
}

TEST_F(EasyPayScreens, takesDigitsOnlyHoweverTheyCome) {
  toOtp();
  std::string const& code = world().user.sms->otpCode;
  paste("web-otp", " " + code.substr(0, 3) + "-" + code.substr(3) + "\n");
  bench_.click("web-enter-otp");
  EXPECT_EQ(lastCommand().arguments.at("otpCode"), code);
  settle();
  EXPECT_EQ(fact("paid"), "true");
}

TEST_F(EasyPayScreens, takesTheDigitsThatChineseInputMakesAndEnter) {
  toOtp();
  bench_.click("web-otp");
  bench_.host.type("\xEF\xBC\x90\xEF\xBC\x91x2");
  bench_.host.press(ImGuiKey_Enter);
  bench_.host.frames(2);
  EXPECT_EQ(lastCommand().arguments.at("otpCode"), "012");
}

TEST_F(EasyPayScreens, aWrongPasswordMayBeTypedAgainAndTheTickStays) {
  toOtp();
  std::string const wrong = world().user.sms->otpCode == "000000" ? "111111" : "000000";
  bench_.click("web-agree");
  paste("web-otp", wrong);
  touch("web-enter-otp");
  ASSERT_EQ(pageName(), "otp");
  EXPECT_NE(fact("message").find("not right"), std::string::npos);
  bench_.click("web-otp-from-sms");
  touch("web-enter-otp");
  EXPECT_EQ(lastCommand().arguments.at("agree"), "true");
  EXPECT_EQ(fact("paid"), "true");
}

TEST_F(EasyPayScreens, nothingTypedIsNothingEntered) {
  toOtp();
  std::size_t const asked = bench_.page.asked.size();
  bench_.click("web-enter-otp");
  EXPECT_EQ(bench_.page.asked.size(), asked);
}

TEST_F(EasyPayScreens, anotherPasswordIsToBeHadWhenTheCountdownIsOver) {
  openBuiltin("easy-pay-resend");
  if (HasFatalFailure()) return;
  std::string before, after;
  for (std::size_t n = 0; n <= run().length(); ++n) {
    bench_.page.controller.seek(n);
    if (pageName() != "otp" || fact("busy") == "true") continue;
    bench_.host.frames(2);
    std::string const label = labelOf("web-resend");
    if (before.empty()) {
      before = label;
      std::size_t const asked = bench_.page.asked.size();
      bench_.click("web-resend");
      EXPECT_EQ(bench_.page.asked.size(), asked) << "too soon";
    }
    if (label == "Send another password") after = label;
  }
  EXPECT_EQ(before, "Send again in 1:00");
  EXPECT_EQ(after, "Send another password");
}

TEST_F(EasyPayScreens, aMessageCanBePutAwayAndDoesNotStayForEver) {
  toOtp();
  bench_.click("sms-dismiss");
  EXPECT_FALSE(has("sms"));
  EXPECT_TRUE(has("web-otp-from-sms")) << "the code is still at hand";
}

TEST_F(EasyPayScreens, asksForTheLoginIdWhereTheShopDoesNotKnowIt) {
  openBuiltin("easy-pay-alipayplus-asks");
  if (HasFatalFailure()) return;
  bool seen = false;
  for (std::size_t n = 0; n <= run().length() && !seen; ++n) {
    bench_.page.controller.seek(n);
    seen = pageName() == "account" && fact("busy") != "true";
  }
  ASSERT_TRUE(seen);
  ASSERT_TRUE(has("web-login-id"));
  bench_.click("web-confirm-account");
  EXPECT_EQ(lastCommand(), (user::Command{"confirmAccount", {}}));
}

class Linking : public WebScreens {};

TEST_F(Linking, linksByTouchAndEndsItInTheWallet) {
  toCheckout();
  touch("web-method-bindAccount");
  if (pageName() == "account") touch("web-confirm-account");
  ASSERT_EQ(pageName(), "otp");
  EXPECT_FALSE(has("web-agree")) << "linking is the agreement";
  bench_.click("web-otp-from-sms");
  touch("web-enter-otp");
  ASSERT_EQ(pageName(), "bindingResult");
  EXPECT_EQ(fact("linked"), "true");

  touch("phone-linked");
  touch("phone-unlink");
  EXPECT_EQ(lastCommand().name, "unbindMerchant");
  EXPECT_FALSE(has("phone-unlink"));
}

class CashierScreens : public WebScreens {};

TEST_F(CashierScreens, isPaidWithThePhonesCamera) {
  toCheckout();
  touch("web-method-cashier");
  ASSERT_TRUE(has("web-cashier-code"));
  EXPECT_EQ(labelOf("web-cashier-code"), fact("codeValue"));
  touch("phone-open-scanner");
  touch("phone-scan");
  ASSERT_TRUE(has("phone-confirm"));
  EXPECT_FALSE(has("web-cashier-code")) << "nobody else may scan it";
  touch("phone-confirm");
  ASSERT_EQ(pageName(), "paymentResult");
  EXPECT_EQ(fact("paid"), "true");
}

TEST_F(CashierScreens, theCodeGoesWhenTheCountdownIsOver) {
  openBuiltin("acq-cashier-countdown");
  EXPECT_FALSE(has("web-cashier-code"));
  EXPECT_EQ(fact("view"), "closed");
}

TEST_F(CashierScreens, aSystemErrorIsReloaded) {
  openBuiltin("acq-cashier-system-error");
  bool seen = false;
  for (std::size_t n = 0; n <= run().length() && !seen; ++n) {
    bench_.page.controller.seek(n);
    seen = pageName() == "cashier" && fact("view") == "systemError";
  }
  ASSERT_TRUE(seen);
  bench_.click("web-reload");
  EXPECT_EQ(lastCommand(), (user::Command{"reloadPage", {}}));
}

TEST_F(WebScreens, theDeviceBesideThePhoneFollowsTheRun) {
  openBuiltin("upm-pay");
  EXPECT_EQ(ui::besidePhone(run(), bench_.page.state), Device::till);
  EXPECT_FALSE(ui::devices(run()).browser);
  open();
  EXPECT_EQ(ui::besidePhone(run(), bench_.page.state), Device::browser);
  EXPECT_FALSE(has("beside-Till")) << "nothing to choose";
  openBuiltin("free-play");
  EXPECT_EQ(ui::besidePhone(run(), bench_.page.state), Device::till);
  bench_.click("beside-Browser");
  EXPECT_TRUE(has("web-check-out"));
  bench_.click("beside-Till");
  EXPECT_FALSE(has("web-check-out"));
}

TEST_F(WebScreens, theTextViewHasTheSameInWords) {
  toCheckout();
  ui::ScreenText const text = ui::browserText(world());
  EXPECT_EQ(text.title, "How do you want to pay?");
  ASSERT_GE(text.lines.size(), 3U);
  EXPECT_EQ(text.lines[1].text, "20.00 HKD");
  for (ui::Hand const& hand : ui::hands(run())) {
    if (hand.spec->name != "choosePaymentMethod") continue;
    EXPECT_EQ(hand.screen, "browser");
    EXPECT_TRUE(hand.offered) << hand.reason;
    EXPECT_EQ(hand.proposal.arguments.at("method"), "easyPay");
  }
}

TEST(WorldWords, speakTheLanguageOfThePageWithWhatStandsInTheGaps) {
  std::string const sms = "123456 is your one-time password. It is good for 5 minutes. Never tell it to anybody.";
  EXPECT_EQ(ui::worldWords(sms), sms);
  ui::speak(ui::Language::chinese,
            {{"{} is your one-time password. It is good for {} minutes. Never tell it to anybody.", "{1} min: {0}"},
             {"Next time without a password: {}", "next {}"}});
  EXPECT_EQ(ui::worldWords(sms), "5 min: 123456");
  EXPECT_EQ(ui::worldWords("Next time without a password: a@b"), "next a@b");
  EXPECT_EQ(ui::worldWords("Something else {}"), "Something else {}");
  ui::speak(ui::Language::english);
}

/// What can be touched on the devices, at every size; nothing may stick out or be too small for a finger.
class WebSizes : public testing::TestWithParam<std::pair<float, float>> {};

TEST_P(WebSizes, hugeAndEmptyTextsStayWithinTheirDevice) {
  auto const [width, height] = GetParam();
  UiBench bench(width, height);
  bench.host.surroundings().coarsePointer = true;
  bench.page.state.panel = ui::Panel::phones;
  for (std::string const& text : {std::string(" "), std::string(120, 'W'), std::string("\xE4\xB9\xA6\xE5\xBA\x97")}) {
    auto const opened = bench.page.controller.loadText(shopWorld(text), "mine.json", 1);
    ASSERT_TRUE(opened) << opened.error().message;
    for (user::Command const& command : std::vector<user::Command>{
             {"checkOut", {{"value", "2000"}, {"currency", "HKD"}, {"orderDescription", text}}},
             {"choosePaymentMethod", {{"method", "easyPay"}}},
             {"confirmAccount", {}},
             {"enterOtp", {{"agree", "true"}}}}) {
      bench.page.controller.runToEnd();
      auto const done = bench.page.controller.command(command);
      ASSERT_TRUE(done) << done.error().message;
    }
    bench.page.controller.seek(0);
    bench.host.frames(3);
    for (bool more = true; more; more = bool(bench.page.controller.step())) {
      bench.host.frames(2);
      ui::Item const* address = bench.page.find("browser-address");
      ASSERT_NE(address, nullptr);
      for (ui::Item const& item : bench.page.state.items) {
        if (!item.id.starts_with("web-")) continue;
        EXPECT_GE(item.rect.x, address->rect.x - 8.0F) << item.id;
        EXPECT_LE(item.rect.x + item.rect.w, address->rect.x + address->rect.w + 8.0F) << item.id;
        EXPECT_GE(item.rect.h, 43.5F) << item.id;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(AllSizes, WebSizes,
                         testing::Values(std::pair{1280.0F, 800.0F}, std::pair{1920.0F, 1080.0F},
                                         std::pair{820.0F, 1180.0F}, std::pair{1024.0F, 768.0F},
                                         std::pair{390.0F, 844.0F}));

}  // namespace
}  // namespace aplus::test
