#pragma once

#include <optional>

#include "participants/alipayplus/alipayplus.h"
#include "protocol/codec/codec.h"

namespace aplus::alipayplus {

// The line to the acquirer: what its requests have in common.

/// Signs and sends a response to the acquirer; does nothing when nobody waits.
template <class Response>
void answerAcquirer(State const& state, Context& context, Envelope const& request, Response const& response,
                    DocStep docStep = {}) {
  if (request.id == 0) return;
  sendResponse(*state.acquirerEndpoint, context, request, codec::encode(response), docStep);
}

/// The request, or why it is not even looked into.
template <class Request>
tl::expected<Request, protocol::ResultInfo> readAcquirer(State const& state, Envelope const& request,
                                                         Context& context) {
  auto const check = checkIncoming(*state.acquirerEndpoint, context, request);
  if (!check.valid) return tl::unexpected(protocol::makeResult(check.code));
  auto decoded = codec::decode<Request>(request.message.body);
  if (!decoded) return tl::unexpected(unreadable(context, decoded.error()));
  return std::move(decoded->value);
}

/// The payment that either id names; null when there is none.
template <class Request>
Payment* findPayment(State& state, Request const& request) {
  for (auto& [id, payment] : state.payments) {
    bool const meant = request.paymentRequestId.empty() ? payment.paymentId == request.paymentId
                                                        : id == request.paymentRequestId;
    if (meant) return &payment;
  }
  return nullptr;
}

}  // namespace aplus::alipayplus
