#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "protocol/codec/field.h"

namespace aplus::protocol {

// The objects that a payment's order consists of. Empty texts are absent.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/place_order/model, the sample of
// https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment and,
// for the names in Shipping, Buyer and UserName, https://github.com/alipay/global-open-sdk-java

struct Address {
  std::string region;
  std::string state;
  std::string city;
  std::string address1;
  std::string address2;
  std::string zipCode;

  bool operator==(Address const&) const = default;
};

struct Store {
  std::string referenceStoreId;
  std::string storeName;
  std::string storeMCC;
  std::string storeDisplayName;
  std::string storeTerminalId;
  std::string storeOperatorId;
  std::optional<Address> storeAddress;
  std::string storePhoneNo;

  bool operator==(Store const&) const = default;
};

struct Merchant {
  std::string referenceMerchantId;
  std::string merchantMCC;
  std::string merchantName;
  std::string merchantDisplayName;
  std::optional<Address> merchantAddress;
  std::string merchantRegisterDate;
  std::optional<Store> store;

  bool operator==(Merchant const&) const = default;
};

struct Goods {
  std::string referenceGoodsId;
  std::string goodsName;
  std::string goodsCategory;
  std::string goodsBrand;
  std::optional<Money> goodsUnitAmount;
  std::string goodsQuantity;

  bool operator==(Goods const&) const = default;
};

struct UserName {
  std::string firstName;
  std::string middleName;
  std::string lastName;
  std::string fullName;

  bool operator==(UserName const&) const = default;
};

struct Shipping {
  std::optional<UserName> shippingName;
  std::optional<Address> shippingAddress;
  std::string shippingCarrier;
  std::string shippingPhoneNo;

  bool operator==(Shipping const&) const = default;
};

struct Buyer {
  std::string referenceBuyerId;
  std::optional<UserName> buyerName;
  std::string buyerPhoneNo;
  std::string buyerEmail;

  bool operator==(Buyer const&) const = default;
};

inline constexpr std::string_view kTerminalTypes[] = {"WEB", "WAP", "APP", "MINI_APP"};
inline constexpr std::string_view kOsTypes[] = {"IOS", "ANDROID"};

struct Env {
  std::string terminalType;
  std::string osType;
  std::string userAgent;
  std::string deviceTokenId;
  std::string clientIp;
  std::string cookieId;
  std::string storeTerminalId;
  std::string storeTerminalRequestTime;

  bool operator==(Env const&) const = default;
};

struct Order {
  std::string referenceOrderId;
  std::string orderDescription;
  Money orderAmount;
  Merchant merchant;
  std::vector<Goods> goods;
  std::optional<Shipping> shipping;
  std::optional<Buyer> buyer;
  std::optional<Env> env;

  bool operator==(Order const&) const = default;
};

codec::Fields fieldsOf(Address const*);
codec::Fields fieldsOf(Store const*);
codec::Fields fieldsOf(Merchant const*);
codec::Fields fieldsOf(Goods const*);
codec::Fields fieldsOf(UserName const*);
codec::Fields fieldsOf(Shipping const*);
codec::Fields fieldsOf(Buyer const*);
codec::Fields fieldsOf(Env const*);
codec::Fields fieldsOf(Order const*);

}  // namespace aplus::protocol
