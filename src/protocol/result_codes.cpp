#include "protocol/result_codes.h"

namespace aplus::protocol {

// Sources: https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payment,
// https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide,
// https://docs.alipayplus.com/alipayplus/alipayplus/integration_auto_debit_mpp/make_payment and
// https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_older_edition/error_codes
std::vector<ResultCode> const& resultCodes() {
  using enum ResultStatus;
  static std::vector<ResultCode> const codes{
      {"SUCCESS", S, "Success", "It is done.", "Nobody needs to do anything more."},

      // Not known yet.
      {"PAYMENT_IN_PROCESS", U, "The payment is being processed.",
       "The wallet is still working on it.", "Alipay+ inquires until the answer is final."},
      {"VERIFICATION_IN_PROCESS", U, "The verification is still under process.",
       "A one-time password was sent, or a wrong one was typed and there are tries left.",
       "The user types the password; Alipay+ calls pay again with it."},
      {"OTP_VERIFICATION_FAILED", U, "The OTP verification failed.",
       "The one-time password is wrong or too old.",
       "The user types it again or asks for a new one."},
      {"UNKNOWN_EXCEPTION", U, "An API call failed, which is caused by unknown reasons.",
       "Nobody can say whether it was done.",
       "The caller inquires, or repeats the same request."},
      {"REQUEST_TRAFFIC_EXCEED_LIMIT", U, "The request traffic exceeds the limit.",
       "Too many requests came in a short time.",
       "The caller waits and repeats the same request."},

      // The payment itself.
      {"ORDER_IS_CLOSED", F, "The order is closed.",
       "The payment ran out of time or was cancelled.", "The merchant starts a new order."},
      {"ORDER_NOT_EXIST", F, "The order doesn't exist.",
       "No payment was ever asked for with this id.",
       "The caller checks the id; a payment that never arrived may be asked for again."},
      {"PAYMENT_AMOUNT_EXCEED_LIMIT", F, "The payment amount exceeds the limit.",
       "It is more than one payment may be.", "The user pays less or in another way."},
      {"USER_AMOUNT_EXCEED_LIMIT", F, "The payment amount exceeds the user payment limit.",
       "With it the user would have spent more than is allowed in the period.",
       "The user waits for the next period or pays in another way."},
      {"PAYMENT_COUNT_EXCEED_LIMIT", F, "The number of payments exceeds the limit.",
       "The user has paid as often as is allowed in the period.",
       "The user waits for the next period or pays in another way."},
      {"USER_BALANCE_NOT_ENOUGH", F, "The user balance is not enough for the payment.",
       "The account holds less than payToAmount.", "The user tops up or pays in another way."},
      {"USER_NOT_EXIST", F, "The user does not exist.",
       "The wallet knows no account for the code, customerId or login id.",
       "The user shows a new code or checks the login id."},
      {"USER_STATUS_ABNORMAL", F, "The user status is abnormal.",
       "The account may not pay, for example because it is frozen.",
       "The user asks the wallet."},
      {"USER_KYC_NOT_QUALIFIED", F, "The user is not KYC compliant.",
       "The wallet does not know enough of the user by law.",
       "The user proves their identity to the wallet."},
      {"RISK_REJECT", F, "The request is rejected because of the risk control.",
       "The wallet finds the payment suspicious.", "The user pays in another way."},
      {"UNAVAILABLE_PAYMENT_METHOD", F, "The payment method is unavailable.",
       "What the user would pay with in the wallet cannot be used.",
       "The user chooses another method in the wallet."},
      {"USER_PAYMENT_VERIFICATION_FAILED", F,
       "User fails to pass the payment verification in the methods like OTP, PIN, and so on.",
       "The user could not prove themselves, and no tries are left.",
       "The user starts a new payment."},
      {"MERCHANT_NOT_REGISTERED", F, "The merchant is not registered.",
       "The wallet does not know the merchant.", "The acquirer registers the merchant."},
      {"REPEAT_REQ_INCONSISTENT", F, "Repeated requests are inconsistent.",
       "The same id came before with other content.",
       "The caller takes a new id for a new request; the first one stands."},
      {"BUSINESS_NOT_SUPPORT", F, "The business is not supported.",
       "This kind of payment is not offered.", "The caller offers another kind."},
      {"CURRENCY_NOT_SUPPORT", F, "The currency is not supported.",
       "The wallet does not pay in this currency.", "The caller checks payToAmount.currency."},
      {"INVALID_CONTRACT", F, "The contract is invalid.",
       "What was agreed between the partners does not cover it.",
       "The partners look into their contract."},
      {"REGULATION_RESTRICTION", F, "Regulatory restrictions exist.",
       "The law of a country involved forbids it.", "The user pays in another way."},
      {"CANCEL_WINDOW_EXCEED", F, "The cancellation exceeds the cancel window.",
       "It is later than the payment may be cancelled.", "The merchant refunds instead."},
      {"REFUND_AMOUNT_EXCEED", F, "The total refund amount exceeds the payment amount.",
       "With it more would go back than was paid.", "The merchant refunds what is left."},
      {"REFUND_WINDOW_EXCEED", F, "The refund exceeds the refund window.",
       "It is later than the payment may be refunded.",
       "The merchant settles with the user directly."},

      // Codes and tokens.
      {"INVALID_CODE", F, "The code is invalid.", "The code is unknown or was used.",
       "The user shows, or scans, a fresh one."},
      {"EXPIRED_CODE", F, "The code is expired.", "The code is too old; a payment code lives a minute.",
       "The user shows, or scans, a fresh one."},
      {"INVALID_TOKEN", F, "The access token is invalid.",
       "The token is unknown, was cancelled, or does not allow this.",
       "The user authorizes again."},
      {"EXPIRED_ACCESS_TOKEN", F, "The access token is expired.", "The token is too old.",
       "The caller gets a new one with the refresh token."},
      {"INVALID_AUTHCODE", F, "The authorization code is invalid.",
       "The auth code is unknown, was used or is too old.", "The client asks for a new one."},
      {"INVALID_REFRESH_TOKEN", F, "The refresh token is invalid.",
       "The wallet never gave out this refresh token, or it was cancelled.",
       "The user authorizes again."},
      {"EXPIRED_REFRESH_TOKEN", F, "The refresh token is expired.",
       "The refresh token is too old.", "The user authorizes again."},

      // The line between the two servers.
      {"INVALID_SIGNATURE", F, "The signature is invalid.",
       "The receiver could not verify the bytes with the sender's key; nothing was done.",
       "The sender mends what it signs."},
      {"KEY_NOT_FOUND", F, "The key is not found.",
       "The receiver has no key of this version for the client.", "Keys are exchanged again."},
      {"INVALID_CLIENT", F, "The client is invalid.", "The Client-Id is unknown to the receiver.",
       "The sender checks which id it was given."},
      {"MEDIA_TYPE_NOT_ACCEPTABLE", F,
       "The server does not implement the media type that is acceptable to the client.",
       "The body is announced as something other than JSON.", "The sender mends Content-Type."},
      {"METHOD_NOT_SUPPORTED", F, "The server does not implement the requested HTTP method.",
       "It came by another method than POST.", "The sender mends the method."},
      {"NO_INTERFACE_DEF", F, "API is not defined.", "There is no API at this path.",
       "The sender checks the address it was given."},
      {"ACCESS_DENIED", F, "Access is denied.", "The client may not call this API.",
       "The sender asks for permission."},
      {"PARAM_ILLEGAL", F, "Illegal parameters exist.",
       "A field is missing, malformed or contradicts another; the message says which.",
       "The sender mends the request."},
      {"PROCESS_FAIL", F, "A general business failure occurred. Don't retry.",
       "It failed, and repeating will not help.", "The sender asks why."},
  };
  return codes;
}

ResultCode const* findResultCode(std::string_view code) {
  for (ResultCode const& known : resultCodes()) {
    if (known.code == code) return &known;
  }
  return nullptr;
}

}  // namespace aplus::protocol
