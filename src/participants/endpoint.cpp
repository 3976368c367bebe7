#include "participants/endpoint.h"

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

protocol::SignatureCheck checkIncoming(Endpoint const& endpoint, Context& context,
                                       Envelope const& message) {
  auto const direction = message.phase == Phase::response ? protocol::Direction::response
                                                          : protocol::Direction::request;
  protocol::SignatureCheck check =
      protocol::checkSignature(message.message, direction, endpoint.trustedKeys);
  context.signatureChecked(check);
  if (!check.valid) context.note(check.code + ": " + check.reason, docs::kSignature);
  return check;
}

}  // namespace aplus
