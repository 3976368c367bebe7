#include "protocol/catalog.h"

#include "base/assert.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/payments/pay.h"

namespace aplus::protocol {

std::string_view name(Role role) {
  switch (role) {
    case Role::wallet: return "wallet (MPP)";
    case Role::alipayplus: return "Alipay+";
    case Role::acquirer: return "acquirer (ACQP)";
  }
  return "";
}

std::vector<ResultCode> const& resultCodes() {
  using enum ResultStatus;
  static std::vector<ResultCode> const codes{
      {"SUCCESS", S, "Success", "It is done. Nobody needs to do anything more."},
      {"PAYMENT_IN_PROCESS", U, "The payment is being processed.",
       "The wallet is still working on it; Alipay+ inquires until the answer is final."},
      {"UNKNOWN_EXCEPTION", U, "An API call failed, which is caused by unknown reasons.",
       "Nobody can say whether it was done; the caller inquires or repeats the same request."},
      {"REQUEST_TRAFFIC_EXCEED_LIMIT", U, "The request traffic exceeds the limit.",
       "Too many requests; the caller waits and repeats the same request."},
      {"ORDER_IS_CLOSED", F, "The order is closed.",
       "The payment ran out of time or was cancelled; the merchant starts a new order."},
      {"USER_BALANCE_NOT_ENOUGH", F, "The user balance is not enough for the payment.",
       "The account holds less than payToAmount; the user tops up or pays in another way."},
      {"USER_NOT_EXIST", F, "The user does not exist.",
       "The wallet knows no account for the code or customerId; the user opens a new code."},
      {"USER_STATUS_ABNORMAL", F, "The user status is abnormal.",
       "The account may not pay, for example because it is frozen; the user asks the wallet."},
      {"REPEAT_REQ_INCONSISTENT", F, "Repeated requests are inconsistent.",
       "The same id came with other content; the caller takes a new id for a new request."},
      {"CURRENCY_NOT_SUPPORT", F, "The currency is not supported.",
       "The wallet does not pay in this currency; the caller checks payToAmount.currency."},
      {"INVALID_CODE", F, "The code is invalid.",
       "The payment code is unknown or was used; the merchant scans a fresh one."},
      {"EXPIRED_CODE", F, "The code is expired.",
       "The payment code is older than a minute; the user lets the app show a fresh one."},
      {"INVALID_AUTHCODE", F, "The authorization code is invalid.",
       "The auth code is unknown, was used or is too old; the client asks for a new one."},
      {"INVALID_REFRESH_TOKEN", F, "The refresh token is invalid.",
       "The wallet never gave out this refresh token; the user authorizes again."},
      {"EXPIRED_REFRESH_TOKEN", F, "The refresh token is expired.",
       "The refresh token is too old; the user authorizes again."},
      {"INVALID_SIGNATURE", F, "The signature is invalid.",
       "The receiver could not verify the bytes with the sender's key; nothing was done. The "
       "sender mends what it signs."},
      {"KEY_NOT_FOUND", F, "The key is not found.",
       "The receiver has no key of this version for the client; keys are exchanged again."},
      {"INVALID_CLIENT", F, "The client is invalid.",
       "The Client-Id is unknown to the receiver; the sender checks which id it was given."},
      {"MEDIA_TYPE_NOT_ACCEPTABLE", F, "The server does not implement the media type that is "
       "acceptable to the client.",
       "The body is announced as something other than JSON; the sender mends Content-Type."},
      {"METHOD_NOT_SUPPORTED", F, "The server does not implement the requested HTTP method.",
       "Every API is called by POST; the sender mends the method."},
      {"NO_INTERFACE_DEF", F, "API is not defined.",
       "There is no API at this path; the sender checks the address it was given."},
      {"ACCESS_DENIED", F, "Access is denied.",
       "The client may not call this API; the sender asks for permission."},
      {"PARAM_ILLEGAL", F, "Illegal parameters exist.",
       "A field is missing, malformed or contradicts another; the message says which. The sender "
       "mends the request."},
      {"PROCESS_FAIL", F, "A general business failure occurred. Don't retry.",
       "It failed and repeating will not help; the sender asks why."},
  };
  return codes;
}

ResultCode const* findResultCode(std::string_view code) {
  for (ResultCode const& known : resultCodes()) {
    if (known.code == code) return &known;
  }
  return nullptr;
}

std::vector<Api> const& catalog() {
  static std::vector<Api> const apis{
      {"pay", Role::alipayplus, Role::wallet, "/aps/api/v1/payments/pay",
       "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/pay",
       "Alipay+ asks the wallet to take the money from the user.",
       fieldsOf(static_cast<PayRequest const*>(nullptr)),
       fieldsOf(static_cast<PayResponse const*>(nullptr))},
      {"applyToken", Role::alipayplus, Role::wallet, "/aps/api/v1/authorizations/applyToken",
       "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/apply_token",
       "Alipay+ exchanges an auth code or a refresh token for an access token.",
       fieldsOf(static_cast<ApplyTokenRequest const*>(nullptr)),
       fieldsOf(static_cast<ApplyTokenResponse const*>(nullptr))},
      {"pay", Role::acquirer, Role::alipayplus, "/aps/api/v1/payments/pay",
       "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/pay_user_presented",
       "The acquirer asks Alipay+ to collect a payment with the code that was scanned.",
       fieldsOf(static_cast<AcquirerPayRequest const*>(nullptr)),
       fieldsOf(static_cast<AcquirerPayResponse const*>(nullptr))},
  };
  return apis;
}

Api const& api(std::string_view name, Role caller) {
  for (Api const& entry : catalog()) {
    if (entry.name == name && entry.caller == caller) return entry;
  }
  APLUS_UNREACHABLE("the API is in the catalog");
}

}  // namespace aplus::protocol
