#include "protocol/payments/payment_parts.h"
#include "scenario/reading.h"

namespace aplus::scenario {
namespace {

using acquirer::Mistakes;
using acquirer::NoticeAnswer;
using codec::ValueReader;

void readNotices(ValueReader const& object, Mistakes& mistakes) {
  allowOnly(object, {"answer", "times"});
  if (auto const answer = object.member("answer")) {
    using enum NoticeAnswer;
    mistakes.noticeAnswer =
        readChoice<NoticeAnswer>(*answer, {{name(paymentResult), paymentResult}, {name(unknown), unknown}});
  } else {
    object.missing("answer");
  }
  mistakes.noticeAnswers = 1;
  if (auto const times = object.member("times")) mistakes.noticeAnswers = std::int32_t(readCount(*times));
}

protocol::PaymentFactor readFactor(ValueReader const& object) {
  allowOnly(object, {"isInStorePayment", "inStorePaymentScenario", "isCashierPayment", "isAgreementPayment",
                     "presentmentMode"});
  protocol::PaymentFactor factor;
  if (auto const flag = object.member("isInStorePayment")) factor.isInStorePayment = readFlag(*flag);
  factor.inStorePaymentScenario = readOptionalText(object, "inStorePaymentScenario");
  if (auto const flag = object.member("isCashierPayment")) factor.isCashierPayment = readFlag(*flag);
  if (auto const flag = object.member("isAgreementPayment")) factor.isAgreementPayment = readFlag(*flag);
  factor.presentmentMode = readOptionalText(object, "presentmentMode");
  return factor;
}

void readPay(ValueReader const& object, AcquirerSetup& setup) {
  Mistakes& mistakes = setup.mistakes;
  allowOnly(object, {"paymentFactor", "paymentMethodType", "paymentMethodId", "noRedirectUrl", "cashierExpiry"});
  if (auto const factor = object.member("paymentFactor")) mistakes.paymentFactor = readFactor(*factor);
  mistakes.paymentMethodType = readOptionalText(object, "paymentMethodType");
  mistakes.paymentMethodId = readOptionalText(object, "paymentMethodId");
  if (auto const flag = object.member("noRedirectUrl")) mistakes.noRedirectUrl = readFlag(*flag);
  readDurations(object, {{"cashierExpiry", &setup.cashierExpiryMs}});
}

}  // namespace

AcquirerSetup readAcquirer(ValueReader const& object) {
  AcquirerSetup setup;
  allowOnly(object, {"notifications", "pay", "mixUp"});
  if (auto const notices = object.member("notifications")) readNotices(*notices, setup.mistakes);
  if (auto const pay = object.member("pay")) readPay(*pay, setup);
  if (auto const mixUp = object.member("mixUp")) {
    using enum AcquirerSetup::MixUp;
    setup.mixUp = readChoice<AcquirerSetup::MixUp>(
        *mixUp, {{"productionKey", productionKey}, {"productionClientId", productionClientId}});
  }
  return setup;
}

}  // namespace aplus::scenario
