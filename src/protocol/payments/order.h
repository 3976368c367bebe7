#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "protocol/codec/field.h"

namespace aplus::protocol {

// The objects that a payment's order consists of. Empty texts are absent.
// Source: https://docs.alipayplus.com/alipayplus/alipayplus/place_order/model and the sample of
// https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment

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

struct Env {
  std::string terminalType;
  std::string osType;
  std::string userAgent;
  std::string deviceTokenId;
  std::string clientIp;
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
  std::optional<Env> env;

  bool operator==(Order const&) const = default;
};

codec::Fields fieldsOf(Address const*);
codec::Fields fieldsOf(Store const*);
codec::Fields fieldsOf(Merchant const*);
codec::Fields fieldsOf(Goods const*);
codec::Fields fieldsOf(Env const*);
codec::Fields fieldsOf(Order const*);

}  // namespace aplus::protocol
