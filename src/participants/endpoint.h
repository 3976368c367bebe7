#pragma once

#include <string>

#include "base/error.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "participants/context.h"
#include "protocol/result_info.h"
#include "protocol/signing.h"

namespace aplus {

/// One end of a signed line between two servers: what it signs with, whom it believes, and the
/// zone in which it writes times.
struct Endpoint {
  Party self = Party::alipayplus;
  Party peer = Party::alipayplus;
  protocol::SigningKey signingKey;
  protocol::KeyRing trustedKeys;
  UtcOffset zone = kChinaTime;

  bool operator==(Endpoint const&) const = default;
};

/// Signs and sends a request. Returns its number, by which the response will be known.
SequenceNo sendRequest(Endpoint const& endpoint, Context& context, std::string name, std::string uri,
                       std::string body, DocStep docStep);

/// Signs and sends the response to `request`.
void sendResponse(Endpoint const& endpoint, Context& context, Envelope const& request,
                  std::string body, DocStep docStep);

/// Signs a message of this endpoint anew, with the time that it has: for one that was changed since.
void signAgain(Endpoint const& endpoint, Envelope& message);

/// Checks the signature of a message that arrived and records what was found. The result is the
/// check itself, valid or not.
protocol::SignatureCheck checkIncoming(Endpoint const& endpoint, Context& context,
                                       Envelope const& message);

/// Codes that speak of the line between two servers: the request was not even looked into.
bool isLineCode(std::string_view code);

/// PARAM_ILLEGAL for a message that cannot be read: the place, and what would be right.
protocol::ResultInfo unreadable(Context& context, Error const& why);

}  // namespace aplus
