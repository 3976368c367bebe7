#include "participants/alipayplus/pages.h"

#include <array>

#include <fmt/format.h>

#include "participants/alipayplus/binding.h"
#include "participants/alipayplus/easy_pay.h"
#include "participants/doc_flow.h"
#include "participants/messages.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

/// Sandbox choice: as the published samples mask it, all but the beginning and the end.
std::string masked(std::string const& loginId) {
  static constexpr std::size_t kHidden = 4;
  static constexpr std::size_t kShownAtEnd = 4;
  std::string text = loginId;
  if (text.size() < kHidden + kShownAtEnd) return std::string(text.size(), '*');
  text.replace(text.size() - kHidden - kShownAtEnd, kHidden, std::string(kHidden, '*'));
  return text;
}

std::string_view pageName(HostedPage const& page) {
  if (page.step == PageStep::account || (page.step == PageStep::asking && page.verifyRequestId.empty())) return "account";
  return "otp";
}

using Owned = std::vector<std::pair<std::string_view, std::string>>;

Owned textsOf(HostedPage const& page) {
  bool const busy = page.step == PageStep::asking || page.step == PageStep::verifying;
  Owned texts{{"page", std::string(pageName(page))},
              {"url", page.url},
              {"userLoginId", masked(page.userLoginId)},
              {"asksForLoginId", page.asksForLoginId ? "true" : "false"},
              {"busy", busy ? "true" : "false"},
              {"message", page.message}};
  if (pageName(page) == "otp") texts.emplace_back("resendAt", formatIso8601(page.resendAt, kChinaTime));
  return texts;
}

void send(Owned const& texts, bool opened, DocStep docStep, Context& context) {
  PageTexts views;
  for (auto const& [name, text] : texts) views.emplace_back(name, text);
  show(context, Party::alipayplus, std::string(opened ? kShowWebPage : kUpdateWebPage), views, docStep);
}

Owned paymentTexts(State const& state, Payment const& payment) {
  EasyPayment const& easyPay = state.easyPay.payments.at(payment.acquirerRequestId);
  Owned texts = textsOf(easyPay.page);
  texts.emplace_back("purpose", "pay");
  texts.emplace_back("merchantName", easyPay.pay.order->merchant.merchantName);
  texts.emplace_back("orderDescription", easyPay.pay.order->orderDescription);
  texts.emplace_back("amount", format(payment.paymentAmount));
  texts.emplace_back("walletName", state.easyPay.walletType);
  texts.emplace_back("agreement", fmt::format("Let {} charge this account later without a password",
                                              easyPay.pay.order->merchant.merchantName));
  texts.emplace_back("expiresAt", formatIso8601(payment.expiresAt, kChinaTime));
  return texts;
}

Owned bindingTexts(Binding const& binding) {
  Owned texts = textsOf(binding.page);
  texts.emplace_back("purpose", "bind");
  texts.emplace_back("merchantName", binding.request.authClientName);
  texts.emplace_back("walletName", binding.request.customerBelongsTo);
  texts.emplace_back("agreement", fmt::format("{} may charge this account without a password", binding.request.authClientName));
  texts.emplace_back("scopes", fmt::format("{}", fmt::join(binding.request.scopes, " ")));
  return texts;
}

/// The page that a browser shows: the last one that was opened and has not ended. Sandbox choice: one user.
template <class Map>
auto shownIn(Map& map) {
  for (auto entry = map.begin(); entry != map.end(); ++entry) {
    if (entry->second.page.visited && entry->second.page.step != PageStep::ended) return entry;
  }
  return map.end();
}

template <class Map>
void leaveOthers(Map& map, std::string const& url) {
  for (auto& [id, entry] : map) {
    if (entry.page.url != url) entry.page.visited = false;
  }
}

void open(State& state, std::string const& url, Context& context) {
  leaveOthers(state.easyPay.payments, url);
  leaveOthers(state.easyPay.bindings, url);
  for (auto& [id, easyPay] : state.easyPay.payments) {
    if (easyPay.page.url != url) continue;
    easyPay.page.visited = true;
    Payment const& payment = state.payments.at(id);
    bool const known = !easyPay.page.asksForLoginId;
    context.note("The authorization and payment page, with the login id masked.", docs::kEasyPay);
    return send(paymentTexts(state, payment), true, known ? DocStep{kEasyPayFlow, "6"} : DocStep{}, context);
  }
  for (auto& [id, binding] : state.easyPay.bindings) {
    if (binding.page.url != url) continue;
    binding.page.visited = true;
    return send(bindingTexts(binding), true, {kBindingFlow, "4"}, context);
  }
  context.note("There is no such page.");
}

}  // namespace

std::string_view name(PageStep step) {
  static constexpr std::array<std::string_view, 5> kNames{"account", "asking", "otp", "verifying", "ended"};
  return kNames[static_cast<std::size_t>(step)];
}

HostedPage makePage(State const& state, std::string_view kind, std::string const& backTo, Context& context) {
  HostedPage page;
  page.url = fmt::format("{}/{}/{}", state.easyPay.pagesAddress, kind, context.newAlphanumeric(16));
  page.backTo = backTo;
  return page;
}

void setLoginId(HostedPage& page, std::string loginId) {
  page.userLoginId = std::move(loginId);
  page.userLoginIdType = "MOBILE";
}

void passwordSent(State const& state, HostedPage& page, std::string verifyRequestId, Context& context) {
  page.step = PageStep::otp;
  page.verifyRequestId = std::move(verifyRequestId);
  page.resendAt = context.now() + state.easyPay.resendAfterMs;
  page.message = "We have sent a one-time password to your phone";
}

void updatePage(State const& state, Payment const& payment, DocStep docStep, Context& context) {
  send(paymentTexts(state, payment), false, docStep, context);
}

void updatePage(Binding const& binding, DocStep docStep, Context& context) {
  send(bindingTexts(binding), false, docStep, context);
}

void sendBack(State& state, Context& context) {
  for (auto& [id, easyPay] : state.easyPay.payments) {
    Payment const& payment = state.payments.at(id);
    bool const ended = payment.stage == Stage::done && payment.result.resultStatus != ResultStatus::U;
    if (!ended || easyPay.page.step == PageStep::ended) continue;
    easyPay.page.step = PageStep::ended;
    if (easyPay.page.visited) {
      redirectBrowser(context, Party::alipayplus, Party::acquirer, easyPay.page.backTo, {kEasyPayFlow, "21"});
    }
  }
}

void sendBack(Binding& binding, Context& context) {
  if (binding.page.step == PageStep::ended) return;
  binding.page.step = PageStep::ended;
  std::string const url = fmt::format("{}?authState={}&resultCode={}", binding.page.backTo, binding.request.authState,
                                      binding.result.resultCode);
  if (binding.page.visited) redirectBrowser(context, Party::alipayplus, Party::acquirer, url, {kBindingFlow, "12"});
}

void onPageTap(State& state, Envelope const& tap, Context& context) {
  codec::Texts texts = codec::decodeTexts(tap.message.body);
  if (tap.name == kOpenWebPage) return open(state, texts["url"], context);
  auto const payment = shownIn(state.easyPay.payments);
  auto const binding = shownIn(state.easyPay.bindings);
  bool const paying = payment != state.easyPay.payments.end();
  if (!paying && binding == state.easyPay.bindings.end()) return context.note("No page is open any more.");
  if (tap.name == "confirmAccount") {
    if (paying) confirmPaymentAccount(state, payment->first, texts["userLoginId"], context);
    else confirmBindingAccount(state, binding->second, texts["userLoginId"], context);
  } else if (tap.name == "enterOtp") {
    if (paying) payWithPassword(state, payment->first, texts["otpCode"], texts["agree"] == "true", context);
    else bindWithPassword(state, binding->second, texts["otpCode"], context);
  }
}

}  // namespace aplus::alipayplus
