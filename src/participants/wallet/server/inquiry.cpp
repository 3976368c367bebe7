#include "participants/wallet/server/inquiry.h"

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/wallet/server/decision.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/inquiry_payment.h"

namespace aplus::wallet::server {
namespace {

using protocol::InquiryPaymentRequest;
using protocol::InquiryPaymentResponse;
using protocol::makeResult;

InquiryPaymentResponse answer(protocol::ResultInfo result) {
  InquiryPaymentResponse response;
  response.result = std::move(result);
  return response;
}

InquiryPaymentResponse tellOf(Payment const& payment, Context& context) {
  InquiryPaymentResponse response = answer(makeResult("SUCCESS"));
  response.paymentResult = payment.cancelled ? makeResult("ORDER_IS_CLOSED") : payment.result;
  if (payment.cancelled) {
    context.note("The payment was cancelled: its order is closed, whatever it was before.",
                 docs::kInquiryPayment);
  }
  response.paymentAmount = payment.content.paymentAmount;
  response.payToAmount = payment.content.payToAmount;
  if (response.paymentResult->success()) {
    response.paymentId = payment.paymentId;
    response.paymentTime = payment.paymentTime;
    response.customerId = payment.customerId;
  }
  response.passThroughInfo = payment.passThroughInfo;
  context.note(fmt::format("The inquiry succeeds; the payment itself stands at {} {}.",
                           letter(response.paymentResult->resultStatus),
                           response.paymentResult->resultCode),
               docs::kInquiryPayment);
  return response;
}

InquiryPaymentResponse inquire(State const& state, std::string_view body, Context& context) {
  auto const decoded = codec::decode<InquiryPaymentRequest>(body);
  if (!decoded) {
    return answer(illegal(context, decoded.error().path, decoded.error().message,
                          docs::kInquiryPayment));
  }
  for (std::string const& note : decoded->notes) context.note(note);
  InquiryPaymentRequest const& request = decoded->value;
  if (request.pspId != state.pspId) {
    return answer(illegal(context, "$.pspId", "is not this wallet's", docs::kInquiryPayment));
  }
  auto const payment = state.payments.find(request.paymentRequestId);
  if (payment == state.payments.end()) {
    return answer(refuse(context, "ORDER_NOT_EXIST", "no pay with this paymentRequestId ever arrived",
                         docs::kInquiryPayment));
  }
  return tellOf(payment->second, context);
}

}  // namespace

void onInquiryPayment(State& state, Envelope const& request, Context& context) {
  InquiryPaymentResponse const response = inquire(state, request.message.body, context);
  bool const easyPay = request.docStep.section == kEasyPayFlow;
  sendResponse(*state.endpoint, context, request, codec::encode(response), easyPay ? DocStep{kEasyPayFlow, "19"} : DocStep{});
}

}  // namespace aplus::wallet::server
