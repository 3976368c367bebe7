#pragma once

#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

// Rows that stand in many messages with the same meaning, so that they are explained in one place:
// `rows::pspId<&CancelPaymentRequest::pspId>()`.
// Lengths: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/pay
namespace aplus::protocol::rows {

using codec::Field;
using codec::field;
using codec::Presence;

template <auto Member>
constexpr Field acquirerId() {
  return field<Member>("acquirerId", Presence::required, 64, "Who acquires for the merchant.");
}

template <auto Member>
constexpr Field pspId() {
  return field<Member>("pspId", Presence::required, 64, "The wallet.");
}

template <auto Member>
constexpr Field echoedAcquirerId() {
  return field<Member>("acquirerId", Presence::optional, 64, "Who acquires for the merchant.");
}

template <auto Member>
constexpr Field echoedPspId() {
  return field<Member>("pspId", Presence::optional, 64, "The wallet.");
}

template <auto Member>
constexpr Field result() {
  return field<Member>("result", Presence::required, 0, "How this call ended.");
}

template <auto Member>
constexpr Field paymentRequestId() {
  return field<Member>("paymentRequestId", Presence::required, 64,
                       "The id that the payment was asked for with.");
}

template <auto Member>
constexpr Field accessToken() {
  return field<Member>("accessToken", Presence::required, 128,
                       "The token that the user's authorization gave.");
}

template <auto Member>
constexpr Field expiry(std::string_view name, std::string_view note) {
  return field<Member>(name, Presence::optional, 0, note).asDatetime();
}

template <auto Member>
constexpr Field passThroughInfo() {
  return field<Member>("passThroughInfo", Presence::optional, 20000,
                       "Handed through unchanged: a JSON object as a string.");
}

template <auto Member>
constexpr Field paymentNotifyUrl() {
  return field<Member>("paymentNotifyUrl", Presence::optional, 2048,
                       "Where the receiver sends notifyPayment.")
      .asUrl();
}

template <auto Member>
constexpr Field paymentRedirectUrl() {
  return field<Member>("paymentRedirectUrl", Presence::optional, 2048,
                       "Where the user goes after paying; not used in a store.")
      .asUrl();
}

}  // namespace aplus::protocol::rows
