#include "participants/messages.h"

#include "protocol/codec/codec.h"

namespace aplus {

SequenceNo sendCall(Context& context, Party from, Party to, std::string name, std::string body,
                    DocStep docStep) {
  Envelope envelope;
  envelope.kind = Kind::sdk;
  envelope.phase = Phase::call;
  envelope.from = from;
  envelope.to = to;
  envelope.name = std::move(name);
  envelope.docStep = docStep;
  envelope.message.body = std::move(body);
  return context.send(std::move(envelope));
}

void sendCallback(Context& context, Envelope const& call, std::string name, std::string body,
                  DocStep docStep) {
  Envelope envelope;
  envelope.inReplyTo = call.id;
  envelope.kind = Kind::sdk;
  envelope.phase = Phase::callback;
  envelope.from = call.to;
  envelope.to = call.from;
  envelope.name = std::move(name);
  envelope.docStep = docStep;
  envelope.message.body = std::move(body);
  context.send(std::move(envelope));
}

void show(Context& context, Party from, std::string name,
          std::vector<std::pair<std::string_view, std::string_view>> const& texts,
          DocStep docStep) {
  Envelope envelope;
  envelope.kind = Kind::ui;
  envelope.phase = Phase::event;
  envelope.from = from;
  envelope.to = Party::user;
  envelope.name = std::move(name);
  envelope.docStep = docStep;
  envelope.message.body = codec::encodeTexts(texts);
  context.send(std::move(envelope));
}

void redirectBrowser(Context& context, Party from, Party host, std::string_view url, DocStep docStep) {
  show(context, from, std::string(kRedirectBrowser), {{"host", name(host)}, {"url", url}}, docStep);
}

}  // namespace aplus
