#include "timeline/digest.h"

#include <charconv>

namespace aplus::timeline {
namespace {

void add(std::string& bytes, std::int64_t number, char end = ';') {
  char digits[24];
  auto const written = std::to_chars(digits, digits + sizeof digits, number);
  bytes.append(digits, written.ptr);
  bytes += end;
}

void add(std::string& bytes, std::string_view text) {
  add(bytes, std::int64_t(text.size()), ':');
  bytes += text;
}

}  // namespace

crypto::Sha256Digest digestAfter(crypto::Sha256Digest const& previous, StepRecord const& record) {
  std::string bytes(reinterpret_cast<char const*>(previous.data()), previous.size());
  Envelope const& envelope = record.envelope;
  bytes.reserve(1024 + 2 * envelope.message.body.size());  // the content to sign holds the body once more
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
    if (note.docStep == DocStep{}) continue;  // so that runs without such notes keep their digest
    add(bytes, -1);  // no length, so that nothing else reads like it
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
