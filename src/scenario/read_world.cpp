#include <fmt/format.h>

#include "base/currency.h"
#include "scenario/reading.h"

namespace aplus::scenario {
namespace {

using codec::ValueReader;

acquirer::Merchant readMerchant(ValueReader const& object) {
  allowOnly(object, {"referenceMerchantId", "merchantMCC", "merchantName", "region", "city",
                     "referenceStoreId", "storeName", "storeMCC"});
  return {readText(object, "referenceMerchantId"), readText(object, "merchantMCC"),
          readText(object, "merchantName"),        readText(object, "region"),
          readText(object, "city"),                readText(object, "referenceStoreId"),
          readText(object, "storeName"),           readText(object, "storeMCC")};
}

}  // namespace

Setup readSetup(ValueReader const& object) {
  allowOnly(object, {"clock", "region", "wallet", "merchant", "alipayplus", "merchantPresented", "acquirer", "easyPay",
                     "quotes", "quoteScaling", "promotions",
                     "surcharge", "faults"});
  Setup setup;
  auto const clock = parseIso8601(readText(object, "clock"));
  if (auto const member = object.member("clock"); member && !clock) {
    member->wrong(clock.error().message);
  }
  setup.clock = clock.value_or(SimTime{});
  setup.region = readText(object, "region");
  if (auto const wallet = object.member("wallet")) setup.wallet = readWallet(*wallet);
  else object.missing("wallet");
  if (auto const merchant = object.member("merchant")) setup.merchant = readMerchant(*merchant);
  else object.missing("merchant");
  if (auto const quotes = object.member("quotes")) {
    for (auto const& quote : quotes->elements()) setup.quotes.push_back(readQuote(quote));
  }
  if (auto const alipayplus = object.member("alipayplus")) setup.alipayplus = readAlipayplus(*alipayplus);
  if (auto const presented = object.member("merchantPresented")) {
    setup.merchantPresented = readMerchantPresented(*presented);
  }
  if (auto const easyPay = object.member("easyPay")) setup.easyPay = readEasyPay(*easyPay);
  if (auto const acquirer = object.member("acquirer")) setup.acquirer = readAcquirer(*acquirer);
  if (auto const scaling = object.member("quoteScaling")) {
    using enum QuoteScaling;
    setup.quoteScaling = readChoice<QuoteScaling>(*scaling, {{"majorUnits", majorUnits}, {"literal", literal}});
  }
  if (auto const promotions = object.member("promotions")) {
    for (auto const& promotion : promotions->elements()) setup.promotions.push_back(readPromotion(promotion));
  }
  if (auto const surcharge = object.member("surcharge")) setup.surcharge = readMoney(*surcharge);
  if (auto const faults = object.member("faults")) {
    for (auto const& fault : faults->elements()) setup.faults.push_back(readFault(fault));
  }
  return setup;
}

}  // namespace aplus::scenario
