#include "timeline/digest.h"

#include <fmt/format.h>

namespace aplus::timeline {
namespace {

void add(std::string& bytes, std::string_view text) {
  bytes += fmt::format("{}:", text.size());
  bytes += text;
}

void add(std::string& bytes, std::int64_t number) { bytes += fmt::format("{};", number); }

}  // namespace

crypto::Sha256Digest digestAfter(crypto::Sha256Digest const& previous, StepRecord const& record) {
  std::string bytes(reinterpret_cast<char const*>(previous.data()), previous.size());
  Envelope const& envelope = record.envelope;
  add(bytes, record.n);
  add(bytes, record.sentAt.ms);
  add(bytes, record.time.ms);
  add(bytes, envelope.id);
  add(bytes, envelope.inReplyTo);
  for (std::string_view const text :
       {name(envelope.kind), name(envelope.phase), name(envelope.from), name(envelope.to),
        std::string_view(envelope.name), envelope.docStep.section, envelope.docStep.step,
        std::string_view(envelope.message.method), std::string_view(envelope.message.uri),
        std::string_view(envelope.message.body)}) {
    add(bytes, text);
  }
  for (protocol::Header const& header : envelope.message.headers) {
    add(bytes, header.name);
    add(bytes, header.value);
  }
  for (Note const& note : record.notes) {
    add(bytes, note.text);
    add(bytes, note.source);
    add(bytes, note.docStep.section);
    add(bytes, note.docStep.step);
  }
  if (record.signature) {
    add(bytes, record.signature->content);
    add(bytes, record.signature->valid ? 1 : 0);
    add(bytes, record.signature->keyVersion);
    add(bytes, record.signature->signer);
    add(bytes, record.signature->code);
  }
  return crypto::sha256(bytes);
}

}  // namespace aplus::timeline
