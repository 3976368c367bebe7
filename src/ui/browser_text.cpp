// The user's browser and the short message on the phone, in words.
#include <algorithm>

#include "ui/hands.h"
#include "ui/language.h"
#include "ui/step_text.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

using Kind = ScreenLine::Kind;

/// A page of the browser, turned into lines.
class PageWords {
 public:
  PageWords(user::WebPage const& page, SimTime now) : page_(page), now_(now) {}

  std::string_view fact(std::string_view name) const {
    auto const found = page_.texts.find(std::string(name));
    return found == page_.texts.end() ? std::string_view() : std::string_view(found->second);
  }

  ScreenText take() && {
    out_.title = heading();
    out_.lines.push_back({Kind::text, page_.url});
    add(Kind::large, "amount");
    for (char const* name : {"merchantName", "orderDescription", "userLoginId", "storedLoginId", "agreement"}) add(Kind::text, name);
    add(Kind::code, "codeValue");
    add(Kind::text, "message");
    bool const failed = fact("paid") == "false" || fact("linked") == "false" || fact("view") == "closed";
    if (failed) add(Kind::problem, "resultCode");
    addCountdown("expiresAt", "Pay within {}");
    addCountdown("resendAt", "Send again in {}");
    if (fact("busy") == "true") out_.lines.push_back({Kind::text, std::string(tr("Asking the wallet"))});
    return std::move(out_);
  }

 private:
  std::string heading() const {
    if (!fact("title").empty()) return worldWords(fact("title"));
    if (page_.name == "loading") return std::string(tr("Loading the page"));
    if (page_.name == "checkout") return std::string(tr("How do you want to pay?"));
    if (page_.name == "account") return trf("Your {} account", fact("walletName"));
    if (page_.name == "otp") return std::string(tr("One-time password"));
    return page_.name;
  }

  void add(Kind kind, std::string_view name) {
    if (!fact(name).empty()) out_.lines.push_back({kind, worldWords(fact(name))});
  }

  void addCountdown(std::string_view name, std::string_view sentence) {
    auto const end = parseIso8601(fact(name));
    if (end && *end > now_) out_.lines.push_back({Kind::text, trf(sentence, formatCountdown(*end - now_))});
  }

  user::WebPage const& page_;
  SimTime now_;
  ScreenText out_;
};

}  // namespace

ScreenText browserText(timeline::World const& world) {
  if (!world.user.browser) return {std::string(tr("The browser is closed")), {{Kind::text, world.acquirer.webShop.address}}};
  return PageWords(*world.user.browser, world.now).take();
}

ScreenText smsText(timeline::World const& world) {
  if (!user::showsSms(world.user, world.now)) return {};
  return {trf("Message, {}", formatIso8601(world.user.sms->arrivedAt, kChinaTime).substr(11, 5)),
          {{Kind::text, worldWords(world.user.sms->text)}}};
}

}  // namespace aplus::ui
