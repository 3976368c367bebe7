#include "protocol/result_codes.h"
#include "scenario/reading.h"

namespace aplus::scenario {
namespace {

using codec::ValueReader;

wallet::server::OtpRules readOtpRules(ValueReader const& object) {
  using enum wallet::server::SmsSending;
  allowOnly(object, {"digits", "lifetime", "tries", "resendAfter", "triesPerOrder", "triesPerUser", "lock", "sending"});
  wallet::server::OtpRules rules;
  readDurations(object, {{"lifetime", &rules.lifetimeMs}, {"resendAfter", &rules.resendAfterMs}, {"lock", &rules.lockMs}});
  auto const count = [&](std::string_view name, std::int64_t& number, std::int64_t least, std::int64_t most) {
    auto const member = object.member(name);
    if (!member) return;
    number = readCount(*member);
    if (number < least || number > most) member->wrong(fmt::format("must be a whole number from {} to {}", least, most));
  };
  count("digits", rules.digits, 4, 10);
  count("tries", rules.tries, 1, 100);
  count("triesPerOrder", rules.triesPerOrder, 1, 1000);
  count("triesPerUser", rules.triesPerUser, 1, 1000);
  if (auto const sending = object.member("sending")) {
    rules.sending = readChoice<wallet::server::SmsSending>(
        *sending, {{name(works), works}, {name(fails), fails}, {name(unknown), unknown}});
  }
  return rules;
}

alipayplus::AuthNotifyConduct readAuthNotify(ValueReader const& object) {
  allowOnly(object, {"code", "times"});
  alipayplus::AuthNotifyConduct conduct;
  conduct.code = readText(object, "code");
  if (auto const code = object.member("code"); code && protocol::findResultCode(conduct.code) == nullptr) {
    code->wrong("must be a result code such as UNKNOWN_EXCEPTION or ACCESS_DENIED");
  }
  if (auto const times = object.member("times")) conduct.times = readCount(*times);
  else object.missing("times");
  return conduct;
}

std::vector<std::string> readScopes(ValueReader const& value) {
  std::vector<std::string> scopes;
  for (auto const& element : value.elements()) {
    if (auto const scope = element.text(); scope && !scope->empty()) scopes.push_back(*scope);
    else element.wrong("must be a scope, such as AGREEMENT_PAY");
  }
  if (scopes.empty()) value.wrong("must name a scope");
  return scopes;
}

}  // namespace

EasyPaySetup readEasyPay(ValueReader const& object) {
  using enum alipayplus::EasyPayMistake;
  allowOnly(object, {"otp", "mistake", "authNotify", "payment", "asksForLoginId", "passThroughInfo", "scopes"});
  EasyPaySetup setup;
  if (auto const otp = object.member("otp")) setup.otpRules = readOtpRules(*otp);
  if (auto const mistake = object.member("mistake")) {
    setup.mistake = readChoice<alipayplus::EasyPayMistake>(
        *mistake, {{name(none), none},
                   {name(noAgreementFlag), noAgreementFlag},
                   {name(noOrder), noOrder},
                   {name(wrongVerifyRequestId), wrongVerifyRequestId},
                   {name(otherOrdersPassword), otherOrdersPassword},
                   {name(otherAmount), otherAmount}});
  }
  if (auto const conduct = object.member("authNotify")) setup.authNotify = readAuthNotify(*conduct);
  readDurations(object, {{"payment", &setup.paymentMs}});
  if (auto const it = object.member("asksForLoginId")) {
    setup.shopAsksForLoginId =
        readChoice<bool>(*it, {{"merchant", true}, {"alipayplus", false}});
  }
  setup.passThroughInfo = readOptionalText(object, "passThroughInfo");
  if (auto const scopes = object.member("scopes")) setup.scopes = readScopes(*scopes);
  return setup;
}

}  // namespace aplus::scenario
