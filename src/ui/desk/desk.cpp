#include "ui/desk/desk.h"
#include "ui/language.h"
#include "ui/world_words.h"

#include <algorithm>

#include <fmt/format.h>


namespace aplus::ui {
namespace {

using protocol::Direction;

std::string const kEmpty;

std::string_view headerOf(DeskField field, Direction direction) {
  switch (field) {
    case DeskField::clientId: return "Client-Id";
    case DeskField::time: return protocol::timeHeader(direction);
    case DeskField::signature: return "Signature";
    default: return {};
  }
}

std::vector<protocol::Header>::iterator findHeader(protocol::HttpMessage& message, std::string_view name) {
  std::string const* value = message.header(name);
  return std::find_if(message.headers.begin(), message.headers.end(),
                      [&](protocol::Header const& header) { return &header.value == value; });
}

/// An empty value takes the header away: on the wire there would be nothing to see of it either.
void setHeader(protocol::HttpMessage& message, std::string_view name, std::string value) {
  auto const at = findHeader(message, name);
  if (value.empty()) {
    if (at != message.headers.end()) message.headers.erase(at);
  } else if (at != message.headers.end()) {
    at->value = std::move(value);
  } else {
    message.headers.push_back({std::string(name), std::move(value)});
  }
}

bool isToken(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

bool hasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; });
}

/// A code on one line, as a scanner or a copied address leaves it; nothing when it is something else.
std::optional<protocol::CodeCheck> checkPastedCode(std::string_view pasted) {
  constexpr std::size_t kLongestCode = 2048;
  while (!pasted.empty() && (pasted.back() == '\n' || pasted.back() == '\r')) pasted.remove_suffix(1);
  bool const oneLine = pasted.find_first_of("\r\n") == pasted.npos && pasted.size() <= kLongestCode;
  bool const digits = protocol::guessKind(pasted) == protocol::CheckedCode::paymentCode && pasted.size() >= 8;
  bool const url = pasted.starts_with("http") && pasted.find("://") != pasted.npos;
  if (!oneLine || (!digits && !url)) return std::nullopt;
  return digits ? protocol::checkPaymentCodeRules(pasted) : protocol::checkEntryCodeRules(pasted, "");
}

}  // namespace

std::string describe(DeskLine const& line) {
  std::string const both = trf("{} to {}", tr(title(line.from)), tr(title(line.to)));
  return line.environment == scenario::Environment::production ? trf("{}, production", both) : both;
}

std::string DeskKey::title() const { return line ? trf("Sandbox: {}", describe(*line)) : name; }

Desk::Desk() {
  for (scenario::SandboxKey const& one : scenario::sandboxKeys()) {
    DeskLine const line{*partyByName(one.owner), one.peer, one.environment};
    keys_.push_back({"", one.signing.key.publicKey(), line, one.signing.clientId.value,
                     one.signing.keyVersion});
  }
  drafts_[DeskField::keyVersion] = "1";
  changed();
}

std::string const& Desk::text(DeskField field) const {
  if (field == DeskField::method) return message_.message.method;
  if (field == DeskField::uri) return message_.message.uri;
  if (field == DeskField::body) return message_.message.body;
  if (auto const name = headerOf(field, message_.direction); !name.empty()) {
    std::string const* value = message_.message.header(name);
    return value == nullptr ? kEmpty : *value;
  }
  auto const draft = drafts_.find(field);
  return draft == drafts_.end() ? kEmpty : draft->second;
}

std::string Desk::complaint(DeskField field) const {
  auto const kept = complaints_.find(field);
  if (kept != complaints_.end()) return kept->second;
  return blank() ? "" : messageComplaint(field);
}

/// What can be said of a part of the message before anything is checked.
std::string Desk::messageComplaint(DeskField field) const {
  std::string const& value = text(field);
  std::string_view const name = headerOf(field, message_.direction);
  if (!name.empty() && value.empty()) return trf("The header {} is missing.", name);
  if (!name.empty() && hasControl(value)) {
    return std::string(tr("A header's value is one line; this one has a line end or another control character in it."));
  }
  if (field == DeskField::method && (value.empty() || !isToken(value))) {
    return std::string(tr("The method is one word, such as POST; every API of Alipay+ is called by it."));
  }
  if (field == DeskField::uri) {
    if (value.empty() && message_.direction == Direction::response) {
      return std::string(tr("A response names no URI, but signs it: write the path of the request that it answers."));
    }
    if (value.empty()) return std::string(tr("The URI is missing; write the path that is called, such as /aps/api/v1/payments/pay."));
    if (value.front() != '/') return std::string(tr("Only the path is signed; it begins with /, without scheme and host."));
    if (hasControl(value)) return std::string(tr("There is a line end or another control character in the URI."));
  }
  if (field == DeskField::signature) {
    auto const header = protocol::parseSignatureHeader(value);
    if (!header) {
      return trf("{} It should look like algorithm=RSA256,keyVersion=1,signature=...", reasonWords(header.error().message + "."));
    }
  }
  return "";
}

void Desk::edit(DeskField field, std::string text) {
  complaints_.erase(field);
  protocol::HttpMessage& message = message_.message;
  if (auto const name = headerOf(field, message_.direction); !name.empty()) {
    setHeader(message, name, std::move(text));
  } else if (field == DeskField::method) {
    message.method = std::move(text);
  } else if (field == DeskField::uri) {
    message.uri = std::move(text);
  } else if (field == DeskField::body) {
    message.body = std::move(text);
  } else {
    drafts_[field] = std::move(text);
    return;
  }
  beforeTamper_.reset();
  news_.clear();
  changed();
}

void Desk::setDirection(Direction direction) {
  if (direction == message_.direction) return;
  // The time that was typed stays, under the name that it now has.
  std::string_view const before = protocol::timeHeader(message_.direction);
  message_.direction = direction;
  auto const at = findHeader(message_.message, before);
  if (at != message_.message.headers.end() && text(DeskField::time).empty()) {
    at->name = std::string(protocol::timeHeader(direction));
  }
  changed();
}

void Desk::readPasted() {
  codeCheck_.reset();
  auto read = inspect::readPasted(text(DeskField::pasted));
  if (!read) codeCheck_ = checkPastedCode(text(DeskField::pasted));
  if (codeCheck_) {
    complaints_.erase(DeskField::pasted);
    news_ = std::string(tr("This is a code and no message: which rules it keeps stands below."));
    return;
  }
  if (!read) {
    std::string where = read.error().path;
    if (where.rfind("line ", 0) == 0) where.front() = 'L';
    complaints_[DeskField::pasted] = fmt::format("{}: {}", worldWords(where), reasonWords(read.error().message + "."));
    news_ = std::string(tr("The message was not taken apart; beside it stands why."));
    return;
  }
  complaints_.erase(DeskField::pasted);
  line_.reset();
  requestTime_.clear();
  others_.clear();
  if (message_.message.uri.empty() || !read->message.uri.empty()) {
    arrived(std::move(*read), std::string(tr("The message was taken apart.")));
    return;
  }
  // A response does not name what it answers; what was there is the best guess.
  read->message.method = message_.message.method;
  read->message.uri = message_.message.uri;
  arrived(std::move(*read), std::string(tr("The response was taken apart; method and URI are those that were here.")));
}

void Desk::take(timeline::Timeline const& timeline, std::size_t step) {
  timeline::StepRecord const& record = timeline.record(step);
  Envelope const& envelope = record.envelope;
  line_ = DeskLine{envelope.from, envelope.to};
  requestTime_.clear();
  others_.clear();
  constexpr std::size_t kMostOthers = 40;
  for (std::size_t n = 1; n <= timeline.length(); ++n) {
    Envelope const& other = timeline.record(n).envelope;
    if (n == step || other.kind != Kind::http) continue;
    std::string const* time = other.message.header("Request-Time");
    if (other.id == envelope.inReplyTo && time != nullptr) requestTime_ = *time;
    if (time == nullptr) time = other.message.header("Response-Time");
    if (others_.size() == kMostOthers) continue;
    others_.push_back({trf("step {}, {} {}", n, other.name, tr(name(other.phase))), other.message.uri,
                       time == nullptr ? "" : *time, other.message.body});
  }
  // The Client-Id says whose key is meant, and of which environment.
  std::string const* const client = envelope.message.header("Client-Id");
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    auto const& line = keys_[i].line;
    if (!line || line->from != envelope.from || line->to != envelope.to) continue;
    bool const named = client != nullptr && *client == keys_[i].clientId;
    if (!named && line->environment == scenario::Environment::production) continue;
    chosenKey_ = i;
    line_ = line;
  }
  Direction const direction = envelope.phase == Phase::response ? Direction::response : Direction::request;
  arrived({direction, envelope.message, ""}, trf("Step {} lies on the desk.", step));
}

void Desk::takeExample() {
  scenario::SandboxKey const& signer = scenario::sandboxKey(Party::walletServer, Party::alipayplus);
  std::string const body = R"({"paymentRequestId":"20260101000000000001","paymentResult":{"resultCode":"SUCCESS","resultStatus":"S"}})";
  inspect::DeskMessage message;
  message.message = {"POST", "/aps/api/v1/payments/inquiryPayment", {}, body + "\r\n"};
  protocol::sign(message.message, Direction::request, "2026-01-01T09:00:00+09:00", signer.signing);
  message.message.body = body;
  line_ = DeskLine{Party::walletServer, Party::alipayplus};
  requestTime_.clear();
  others_.clear();
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i].line == line_) chosenKey_ = i;
  }
  arrived(std::move(message), std::string(tr("An example lies on the desk; its signature does not fit. Diagnose says why.")));
}

void Desk::clear() {
  message_ = {};
  drafts_.erase(DeskField::pasted);
  complaints_.clear();
  line_.reset();
  requestTime_.clear();
  others_.clear();
  beforeTamper_.reset();
  codeCheck_.reset();
  news_ = std::string(tr("The desk is empty; the keys stay."));
  changed();
  verdict_.reset();
  diagnosis_.reset();
}

void Desk::arrived(inspect::DeskMessage message, std::string news) {
  message_ = std::move(message);
  beforeTamper_.reset();
  news_ = std::move(news);
  ++arrivals_;
  codeCheck_.reset();
  changed();
  verdict_.reset();
  diagnosis_.reset();
}

/// Everything that follows from the message and the key; what was found before no longer holds.
void Desk::changed() {
  ++revision_;
  if (doctor_) finishExamination(true);
  parts_.clear();
  content_.clear();
  incomplete_.clear();
  steps_ = {};
  if (blank()) return;
  auto parts = inspect::contentParts(message_);
  if (!parts) {
    incomplete_ = reasonWords(parts.error().message + ".");
    return;
  }
  parts_ = std::move(*parts);
  for (inspect::ContentPart const& part : parts_) content_ += part.text;
  int const bits = chosenKey_ ? keys_[*chosenKey_].key.bits() : privateKey_ ? privateKey_->publicKey().bits() : 2048;
  steps_ = inspect::signatureSteps(content_, bits);
}

}  // namespace aplus::ui
