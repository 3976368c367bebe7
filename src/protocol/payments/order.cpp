#include "protocol/payments/order.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

namespace {

/// The order pages do not print these lengths; the same fields of the sister product do.
constexpr std::string_view kAnalogousLength = "the length is taken from a sister product's pages";

}  // namespace

codec::Fields fieldsOf(Address const*) {
  static constexpr codec::Field kFields[] = {
      field<&Address::region>("region", optional, 2, "Country or region, ISO 3166, two letters."),
      field<&Address::state>("state", optional, 8, "State or province."),
      field<&Address::city>("city", optional, 32, "City."),
      field<&Address::address1>("address1", optional, 256, "First address line."),
      field<&Address::address2>("address2", optional, 256, "Second address line."),
      field<&Address::zipCode>("zipCode", optional, 32, "Postal code."),
  };
  return kFields;
}

codec::Fields fieldsOf(Store const*) {
  static constexpr codec::Field kFields[] = {
      field<&Store::referenceStoreId>("referenceStoreId", required, 64,
                                      "The merchant's own id of the shop where the user stands."),
      field<&Store::storeName>("storeName", optional, 256, "Name of the shop."),
      field<&Store::storeMCC>("storeMCC", optional, 32, "Business category of the shop."),
      field<&Store::storeDisplayName>("storeDisplayName", optional, 64,
                                      "Name of the shop as users know it.")
          .sandboxChoice(kAnalogousLength),
      field<&Store::storeTerminalId>("storeTerminalId", optional, 64, "Id of the till."),
      field<&Store::storeOperatorId>("storeOperatorId", optional, 64, "Id of the cashier."),
      field<&Store::storeAddress>("storeAddress", optional, 0, "Where the shop is."),
      field<&Store::storePhoneNo>("storePhoneNo", optional, 16, "Phone number of the shop."),
  };
  return kFields;
}

codec::Fields fieldsOf(Merchant const*) {
  static constexpr codec::Field kFields[] = {
      field<&Merchant::referenceMerchantId>("referenceMerchantId", required, 32,
                                            "The acquirer's id of the merchant."),
      field<&Merchant::merchantMCC>("merchantMCC", required, 32,
                                    "Business category, four digits."),
      field<&Merchant::merchantName>("merchantName", required, 256, "Legal name."),
      field<&Merchant::merchantDisplayName>("merchantDisplayName", optional, 64,
                                            "Name as users know it; shown on the receipt."),
      field<&Merchant::merchantAddress>("merchantAddress", optional, 0, "Where it is registered."),
      field<&Merchant::merchantRegisterDate>("merchantRegisterDate", optional, 0,
                                             "When it was registered.")
          .asDatetime(),
      field<&Merchant::store>("store", optional, 0,
                              "The shop where the user stands.")
          .requiredWhen("order belongs to an in-store payment"),
  };
  return kFields;
}

codec::Fields fieldsOf(Goods const*) {
  static constexpr codec::Field kFields[] = {
      field<&Goods::referenceGoodsId>("referenceGoodsId", required, 64, "The merchant's article id."),
      field<&Goods::goodsName>("goodsName", required, 256, "What it is."),
      field<&Goods::goodsCategory>("goodsCategory", optional, 256, "Kind of article."),
      field<&Goods::goodsBrand>("goodsBrand", optional, 32, "Brand."),
      field<&Goods::goodsUnitAmount>("goodsUnitAmount", optional, 0, "Price of one."),
      field<&Goods::goodsQuantity>("goodsQuantity", optional, 32, "How many."),
  };
  return kFields;
}

codec::Fields fieldsOf(UserName const*) {
  static constexpr codec::Field kFields[] = {
      field<&UserName::firstName>("firstName", optional, 32, "Given name.")
          .sandboxChoice(kAnalogousLength),
      field<&UserName::middleName>("middleName", optional, 32, "Middle name.")
          .sandboxChoice(kAnalogousLength),
      field<&UserName::lastName>("lastName", optional, 32, "Family name.")
          .sandboxChoice(kAnalogousLength),
      field<&UserName::fullName>("fullName", optional, 128, "The whole name in the usual order.")
          .sandboxChoice(kAnalogousLength),
  };
  return kFields;
}

codec::Fields fieldsOf(Shipping const*) {
  static constexpr codec::Field kFields[] = {
      field<&Shipping::shippingName>("shippingName", optional, 0, "To whom it is sent."),
      field<&Shipping::shippingAddress>("shippingAddress", optional, 0, "Where it is sent."),
      field<&Shipping::shippingCarrier>("shippingCarrier", optional, 128, "Who delivers it.")
          .sandboxChoice(kAnalogousLength),
      field<&Shipping::shippingPhoneNo>("shippingPhoneNo", optional, 16,
                                        "Phone number for the delivery.")
          .sandboxChoice(kAnalogousLength),
  };
  return kFields;
}

codec::Fields fieldsOf(Buyer const*) {
  static constexpr codec::Field kFields[] = {
      field<&Buyer::referenceBuyerId>("referenceBuyerId", optional, 64,
                                      "The merchant's own id of the buyer."),
      field<&Buyer::buyerName>("buyerName", optional, 0, "The buyer's name."),
      field<&Buyer::buyerPhoneNo>("buyerPhoneNo", optional, 24, "The buyer's phone number."),
      field<&Buyer::buyerEmail>("buyerEmail", optional, 64, "The buyer's e-mail address.")
          .sandboxChoice(kAnalogousLength),
  };
  return kFields;
}

codec::Fields fieldsOf(Env const*) {
  static constexpr codec::Field kFields[] = {
      field<&Env::terminalType>("terminalType", optional, 0, "What the user holds the order in.")
          .oneOf(kTerminalTypes),
      field<&Env::osType>("osType", optional, 0, "Operating system of the device.").oneOf(kOsTypes),
      field<&Env::userAgent>("userAgent", optional, 1024, "User-Agent of the browser.")
          .requiredWhen("the payment was started with an entry code"),
      field<&Env::deviceTokenId>("deviceTokenId", optional, 64, "Id of the device."),
      field<&Env::clientIp>("clientIp", optional, 32, "IP address of the device."),
      field<&Env::cookieId>("cookieId", optional, 0, "Id that the merchant's page keeps in a cookie."),
      field<&Env::storeTerminalId>("storeTerminalId", optional, 64, "Id of the till."),
      field<&Env::storeTerminalRequestTime>("storeTerminalRequestTime", optional, 0,
                                            "When the till asked.")
          .asDatetime(),
  };
  return kFields;
}

codec::Fields fieldsOf(Order const*) {
  static constexpr codec::Field kFields[] = {
      field<&Order::referenceOrderId>("referenceOrderId", required, 64,
                                      "The merchant's own id of the order."),
      field<&Order::orderDescription>("orderDescription", required, 256,
                                      "What is bought, as the user may read it."),
      field<&Order::orderAmount>("orderAmount", required, 0,
                                 "The order's price in the merchant's currency, before promotion."),
      field<&Order::merchant>("merchant", required, 0, "Who sells."),
      field<&Order::goods>("goods", optional, 0, "The articles."),
      field<&Order::shipping>("shipping", optional, 0, "How the goods reach the buyer."),
      field<&Order::buyer>("buyer", optional, 0, "Who buys, as the merchant knows them."),
      field<&Order::env>("env", optional, 0, "Where and with which device the user pays."),
  };
  return kFields;
}

}  // namespace aplus::protocol
