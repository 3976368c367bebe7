#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/strong_id.h"
#include "participants/envelope.h"
#include "protocol/result_info.h"

namespace aplus::acquirer {

/// How an order of the web shop is paid.
enum class ShopMethod : std::uint8_t {
  none,         ///< not in the web shop
  easyPay,      ///< with a one-time password, and with an agreement for later when the user wants it
  storedToken,  ///< by an authorization that the shop has of the user
  cashier,      ///< on a page of Alipay+ that shows an order code
};

std::string_view name(ShopMethod method);

/// An authorization of a customer, asked for or given.
struct Agreement {
  std::string referenceAgreementId;
  std::string authState;
  bool byBinding = false;  ///< made by account binding; else while paying by Easy Pay
  bool onWalletPage = false;  ///< the customer agrees on the wallet's own page, without a one-time password
  protocol::ResultInfo result;  ///< of asking for it; U while the customer has not decided
  AccessToken accessToken;      ///< this and the next four once it is given
  std::string accessTokenExpiryTime;
  CustomerId customerId;
  std::string userLoginId;  ///< masked
  std::string walletName;       ///< for systems
  std::string walletBrandName;  ///< for customers
  std::vector<std::string> scopes;
  bool ended = false;
  bool ending = false;           ///< cancelToken was sent and has not succeeded yet
  std::int32_t cancelAttempts = 0;
  SequenceNo timer = 0;  ///< the next cancelToken; 0 when none is due

  bool operator==(Agreement const&) const = default;

  bool usable() const { return !accessToken.empty() && !ended && !ending; }
};

/// What a browser shows of the shop.
enum class ShopView : std::uint8_t {
  none,
  checkout,
  away,           ///< the browser was sent on to somebody else's page
  waiting,        ///< the customer has paid or agreed, and nobody has said yet how it ended
  paymentResult,
  bindingResult,
};

std::string_view name(ShopView view);

/// The merchant's web shop. Sandbox choice: one customer, in one browser.
struct WebShop {
  // How it is made.
  std::string address = "https://shop.example";
  std::string paymentMethodType = "ALIPAY_HK";  ///< the wallet that it offers
  bool asksForLoginId = true;   ///< on its own page; otherwise Alipay+ asks
  std::int64_t cashierExpiryMs = 0;  ///< what it asks for in a cashier payment; 0: nothing
  std::string passThroughInfo;  ///< risk information about the customer, for the wallet
  std::vector<std::string> scopes{"AGREEMENT_PAY"};  ///< what account binding asks for

  // What happens in it.
  ShopView view = ShopView::none;
  std::string url;      ///< of the page that the browser shows or comes back to
  std::string message;  ///< what the page says besides
  std::string sent;     ///< the page as it was sent last; an update that changes nothing is not sent
  std::optional<PaymentRequestId> order;  ///< being paid, or just paid
  std::string agreement;                  ///< asked for last: its referenceAgreementId
  std::map<std::string, Agreement> agreements;  ///< by referenceAgreementId

  bool operator==(WebShop const&) const = default;
};

}  // namespace aplus::acquirer
