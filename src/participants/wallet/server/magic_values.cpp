#include "participants/wallet/server/magic_values.h"

#include <array>

#include <fmt/format.h>

#include "participants/endpoint.h"

namespace aplus::wallet::server {

using enum MagicBy;

std::string_view name(MagicBy by) {
  static constexpr std::array<std::string_view, 3> kNames{"amount", "code", "user"};
  return kNames[static_cast<std::size_t>(by)];
}

std::span<MagicValue const> magicValues() {
  static constexpr MagicValue kValues[] = {
      {amount, "9001", "USER_BALANCE_NOT_ENOUGH", "As if the account held too little."},
      {amount, "9002", "USER_STATUS_ABNORMAL", "As if the account were frozen."},
      {amount, "9003", "USER_NOT_EXIST", "As if there were no such user."},
      {amount, "9004", "RISK_REJECT", "As if risk control found the payment suspicious."},
      {amount, "9005", "UNAVAILABLE_PAYMENT_METHOD",
       "As if what the user pays with could not be used."},
      {amount, "9006", "USER_PAYMENT_VERIFICATION_FAILED", "As if the user had typed a wrong PIN."},
      {amount, "9007", "USER_KYC_NOT_QUALIFIED", "As if the user had not proven their identity."},
      {amount, "9008", "MERCHANT_NOT_REGISTERED", "As if the wallet did not know the merchant."},
      {amount, "9009", "PAYMENT_AMOUNT_EXCEED_LIMIT", "As if it were too much for one payment."},
      {amount, "9010", "USER_AMOUNT_EXCEED_LIMIT", "As if too much were paid in the period."},
      {amount, "9011", "PAYMENT_COUNT_EXCEED_LIMIT", "As if it were paid too often in the period."},
      {amount, "9012", "ORDER_IS_CLOSED", "As if the payment had come too late."},
      {amount, "9013", "CURRENCY_NOT_SUPPORT", "As if the wallet did not settle in the currency."},
      {amount, "9014", "BUSINESS_NOT_SUPPORT", "As if this kind of payment were not offered."},
      {amount, "9015", "INVALID_CONTRACT", "As if the partners' contract did not cover it."},
      {amount, "9016", "REGULATION_RESTRICTION", "As if a law forbade it."},
      {amount, "9017", "PROCESS_FAIL", "As if the wallet failed for good."},
      {amount, "9018", "PAYMENT_IN_PROCESS",
       "The wallet takes its time, then decides by the account and notifies."},
      {amount, "9019", "UNKNOWN_EXCEPTION",
       "The answer breaks down; the payment is decided later all the same."},
      {amount, "9020", "REQUEST_TRAFFIC_EXCEED_LIMIT", "As if too many requests came at once; it is not looked into."},
      {amount, "9021", "PARAM_ILLEGAL", "As if a field were missing or wrong."},
      {amount, "9022", "INVALID_SIGNATURE", "As if the signature did not verify; it is not looked into."},
      {amount, "9023", "KEY_NOT_FOUND", "As if there were no key of this version; it is not looked into."},
      {amount, "9024", "INVALID_CLIENT", "As if the wallet did not know the Client-Id; it is not looked into."},
      {amount, "9025", "ACCESS_DENIED", "As if the client might not call pay; it is not looked into."},
      {amount, "9026", "METHOD_NOT_SUPPORTED", "As if it were not a POST; it is not looked into."},
      {amount, "9027", "MEDIA_TYPE_NOT_ACCEPTABLE", "As if it were no JSON; it is not looked into."},
      {amount, "9028", "NO_INTERFACE_DEF", "As if the wallet had no pay; it is not looked into."},
      {code, "999001", "UNAVAILABLE_PAYMENT_METHOD",
       "As if the card behind the code could not be used."},
      {code, "999002", "USER_PAYMENT_VERIFICATION_FAILED",
       "As if the user had refused to confirm the payment."},
      {user, "2160220000009001", "USER_STATUS_ABNORMAL", "A user whose account is frozen."},
      {user, "2160220000009002", "USER_NOT_EXIST", "A user who has left the wallet."},
      {user, "2160220000009003", "USER_KYC_NOT_QUALIFIED", "A user who never proved their identity."},
      {user, "2160220000009004", "RISK_REJECT", "A user whom risk control does not trust."},
  };
  return kValues;
}

MagicValue const* findMagicValue(PaymentContent const& content) {
  std::string const paid = fmt::format("{}", content.paymentAmount.amountMinor);
  for (MagicValue const& value : magicValues()) {
    switch (value.by) {
      case amount:
        if (paid == value.value) return &value;
        break;
      case code:
        if (content.paymentMethod.paymentMethodId.ends_with(value.value)) return &value;
        break;
      case user:
        if (content.paymentMethod.customerId.value == value.value) return &value;
        break;
    }
  }
  return nullptr;
}

bool forcesProcessing(MagicValue const& value) {
  return value.code == "PAYMENT_IN_PROCESS" || value.code == "UNKNOWN_EXCEPTION";
}

bool leavesNoPayment(std::string_view code) {
  return isLineCode(code) || code == "REQUEST_TRAFFIC_EXCEED_LIMIT";
}

}  // namespace aplus::wallet::server
