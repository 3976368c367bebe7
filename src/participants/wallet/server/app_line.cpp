#include "participants/wallet/server/app_line.h"

namespace aplus::wallet::server {
namespace {

Envelope toApp(std::string name, Phase phase, std::string body, DocStep docStep) {
  Envelope envelope;
  envelope.kind = Kind::http;
  envelope.phase = phase;
  envelope.from = Party::walletServer;
  envelope.to = Party::walletApp;
  envelope.name = std::move(name);
  envelope.docStep = docStep;
  envelope.message.headers = {{"Content-Type", "application/json; charset=UTF-8"}};
  envelope.message.body = std::move(body);
  return envelope;
}

}  // namespace

void answerApp(Context& context, Envelope const& request, std::string body, DocStep docStep) {
  Envelope envelope = toApp(request.name, Phase::response, std::move(body), docStep);
  envelope.inReplyTo = request.id;
  envelope.message.method = request.message.method;
  envelope.message.uri = request.message.uri;
  context.send(std::move(envelope));
}

void pushToApp(Context& context, std::string name, std::string body, DocStep docStep) {
  context.send(toApp(std::move(name), Phase::event, std::move(body), docStep));
}

}  // namespace aplus::wallet::server
