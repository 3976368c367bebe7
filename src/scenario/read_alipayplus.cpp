#include "base/currency.h"
#include "scenario/reading.h"

namespace aplus::scenario {

using codec::ValueReader;

alipayplus::Quote readQuote(ValueReader const& object) {
  allowOnly(object, {"quoteId", "pair", "price"});
  alipayplus::Quote quote{readText(object, "quoteId"), readText(object, "pair"),
                          readText(object, "price")};
  auto const slash = quote.pair.find('/');
  bool const known = slash != std::string::npos && minorUnits(quote.pair.substr(0, slash)) &&
                     minorUnits(quote.pair.substr(slash + 1));
  if (auto const pair = object.member("pair"); pair && !known) {
    pair->wrong("must be two currencies of ISO 4217 with a slash, such as \"JPY/KRW\"");
  }
  if (auto const price = object.member("price"); price && !Decimal::parse(quote.price)) {
    price->wrong("must be a decimal number in quotes, such as \"10.0000\"");
  }
  return quote;
}

alipayplus::Promotion readPromotion(ValueReader const& object) {
  allowOnly(object, {"promoId", "promoName", "promoType", "savings"});
  alipayplus::Promotion promotion{readText(object, "promoId"), readText(object, "promoName"),
                                  readOptionalText(object, "promoType"), {}};
  if (auto const savings = object.member("savings")) promotion.savings = readMoney(*savings);
  else object.missing("savings");
  return promotion;
}

AlipayplusSetup readAlipayplus(ValueReader const& object) {
  AlipayplusSetup setup;
  allowOnly(object, {"lifetimes", "responseTimeout", "paymentCodeEnding", "cashierErrors"});
  if (auto const errors = object.member("cashierErrors")) setup.cashierErrors = std::int32_t(readCount(*errors));
  setup.paymentCodeEnding = readOptionalText(object, "paymentCodeEnding");
  bool const digits = setup.paymentCodeEnding.find_first_not_of("0123456789") == std::string::npos;
  if (auto const ending = object.member("paymentCodeEnding"); ending && (!digits || setup.paymentCodeEnding.size() > 8)) {
    ending->wrong("must be up to eight digits, such as \"999001\"");
  }
  readDurations(object, {{"responseTimeout", &setup.responseTimeoutMs}});
  if (auto const lifetimes = object.member("lifetimes")) {
    allowOnly(*lifetimes, {"session", "login", "paymentCode", "payment"});
    readDurations(*lifetimes, {{"session", &setup.lifetimes.sessionMs},
                               {"login", &setup.lifetimes.loginMs},
                               {"paymentCode", &setup.lifetimes.paymentCodeMs},
                               {"payment", &setup.lifetimes.paymentMs}});
  }
  return setup;
}

}  // namespace aplus::scenario
