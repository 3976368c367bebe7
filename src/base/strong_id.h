#pragma once

#include <string>

namespace aplus {

/// A text that identifies one kind of thing. Two kinds do not mix: a `CustomerId` is never passed
/// where a `PaymentRequestId` belongs.
template <class Tag>
struct StrongId {
  std::string value;

  bool empty() const { return value.empty(); }
  bool operator==(StrongId const&) const = default;
  bool operator<(StrongId const& other) const { return value < other.value; }
};

using AcquirerId = StrongId<struct AcquirerIdTag>;
using PspId = StrongId<struct PspIdTag>;
using ClientId = StrongId<struct ClientIdTag>;
using CustomerId = StrongId<struct CustomerIdTag>;
using PaymentRequestId = StrongId<struct PaymentRequestIdTag>;
using PaymentId = StrongId<struct PaymentIdTag>;
using PaymentCode = StrongId<struct PaymentCodeTag>;
using AuthCode = StrongId<struct AuthCodeTag>;
using AccessToken = StrongId<struct AccessTokenTag>;
using RefreshToken = StrongId<struct RefreshTokenTag>;
using SessionId = StrongId<struct SessionIdTag>;
using AuthLoginId = StrongId<struct AuthLoginIdTag>;
using QuoteId = StrongId<struct QuoteIdTag>;
using RefundRequestId = StrongId<struct RefundRequestIdTag>;
using RefundId = StrongId<struct RefundIdTag>;

}  // namespace aplus
