#include "participants/endpoint.h"

#include <algorithm>
#include <array>

#include "participants/messages.h"
#include "protocol/doc_pages.h"

namespace aplus {
namespace {

SequenceNo sendSigned(Endpoint const& endpoint, Context& context, Envelope envelope,
                      protocol::Direction direction) {
  envelope.kind = Kind::http;
  envelope.from = endpoint.self;
  envelope.to = endpoint.peer;
  protocol::sign(envelope.message, direction, formatIso8601(context.now(), endpoint.zone),
                 endpoint.signingKey);
  return context.send(std::move(envelope));
}

protocol::Direction directionOf(Envelope const& message) {
  return message.phase == Phase::response ? protocol::Direction::response : protocol::Direction::request;
}

}  // namespace

SequenceNo sendRequest(Endpoint const& endpoint, Context& context, std::string name, std::string uri,
                       std::string body, DocStep docStep) {
  Envelope envelope;
  envelope.phase = Phase::request;
  envelope.name = std::move(name);
  envelope.docStep = docStep;
  envelope.message.method = "POST";
  envelope.message.uri = std::move(uri);
  envelope.message.body = std::move(body);
  return sendSigned(endpoint, context, std::move(envelope), protocol::Direction::request);
}

void sendResponse(Endpoint const& endpoint, Context& context, Envelope const& request,
                  std::string body, DocStep docStep) {
  Envelope envelope;
  envelope.inReplyTo = request.id;
  envelope.phase = Phase::response;
  envelope.name = request.name;
  envelope.docStep = docStep;
  envelope.message.method = request.message.method;
  envelope.message.uri = request.message.uri;
  envelope.message.body = std::move(body);
  sendSigned(endpoint, context, std::move(envelope), protocol::Direction::response);
}

void signAgain(Endpoint const& endpoint, Envelope& message) {
  auto const direction = directionOf(message);
  std::string const* time = message.message.header(protocol::timeHeader(direction));
  std::string const when = time != nullptr ? *time : "";
  message.message.headers.clear();
  protocol::sign(message.message, direction, when, endpoint.signingKey);
}

protocol::SignatureCheck checkIncoming(Endpoint const& endpoint, Context& context,
                                       Envelope const& message) {
  protocol::SignatureCheck check =
      protocol::checkSignature(message.message, directionOf(message), endpoint.trustedKeys);
  context.signatureChecked(check);
  if (!check.valid) context.note(check.code + ": " + check.reason, docs::kSignature);
  return check;
}

bool isLineCode(std::string_view code) {
  static constexpr std::array<std::string_view, 7> kCodes{
      "INVALID_SIGNATURE",         "KEY_NOT_FOUND",        "INVALID_CLIENT",
      "MEDIA_TYPE_NOT_ACCEPTABLE", "METHOD_NOT_SUPPORTED", "NO_INTERFACE_DEF",
      "ACCESS_DENIED"};
  return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

protocol::ResultInfo unreadable(Context& context, Error const& why) {
  std::string reason = why.path + " " + why.message;
  context.note("PARAM_ILLEGAL: " + reason);
  return protocol::makeResult("PARAM_ILLEGAL", std::move(reason));
}

}  // namespace aplus
