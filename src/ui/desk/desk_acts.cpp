// Verify, sign, tamper, diagnose: each an act of its own.
#include <fmt/format.h>

#include "ui/desk/desk.h"
#include "ui/language.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

/// The doctor keeps every variant of a body that it tries.
constexpr std::size_t kLargestExamined = 64 * 1024;
/// So many candidates take about a millisecond with a usual body.
constexpr std::uint64_t kSlice = 256;

bool isLetterOrDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

char next(char c) {
  if (c == '9') return '0';
  if (c == 'Z') return 'A';
  if (c == 'z') return 'a';
  return static_cast<char>(c + 1);
}

/// Where a change is easy to see and keeps the text readable: a letter or digit in its middle.
std::optional<std::size_t> placeToChange(std::string_view text) {
  for (std::size_t i = text.size() / 2; i < text.size(); ++i) {
    if (isLetterOrDigit(text[i])) return i;
  }
  for (std::size_t i = text.size() / 2; i > 0; --i) {
    if (isLetterOrDigit(text[i - 1])) return i - 1;
  }
  return std::nullopt;
}

std::string_view describePart(std::string_view origin) {
  if (origin == "method") return tr("the method");
  if (origin == "uri") return tr("the URI");
  return origin == "body" ? tr("the body") : origin;
}

DeskField fieldOf(std::string_view origin) {
  if (origin == "method") return DeskField::method;
  if (origin == "uri") return DeskField::uri;
  if (origin == "Client-Id") return DeskField::clientId;
  if (origin == "body") return DeskField::body;
  return origin == "Signature" ? DeskField::signature : DeskField::time;
}

}  // namespace

std::string Desk::whyNotVerify() const {
  if (blank()) return std::string(tr("Put a message on the desk first"));
  if (!chosenKey_) return std::string(tr("Choose the key to verify with"));
  return "";
}

std::string Desk::whyNotDiagnose() const {
  if (std::string reason = whyNotVerify(); !reason.empty()) return reason;
  if (message_.message.body.size() > kLargestExamined) {
    return trf("The body has {} bytes; the doctor looks into bodies of up to {}", message_.message.body.size(),
                       kLargestExamined);
  }
  return "";
}

std::string Desk::whyNotSign() const {
  if (blank()) return std::string(tr("Put a message on the desk first"));
  if (!privateKey_) return std::string(tr("Give the desk a private key first"));
  return incomplete_;
}

void Desk::verify() {
  if (!whyNotVerify().empty()) return;
  DeskKey const& key = keys_[*chosenKey_];
  inspect::DeskVerdict found = inspect::verifyOnDesk(message_, key.key);
  verdict_ = CheckedVerdict{found.valid, reasonWords(found.reason + "."), key.title(), revision_};
  news_.clear();
}

void Desk::sign() {
  if (!whyNotSign().empty()) return;
  std::string const& version = text(DeskField::keyVersion);
  bool const digits = !version.empty() && version.size() < 7 && version.find_first_not_of("0123456789") == version.npos;
  if (!digits || std::stoi(version) == 0) {
    news_ = complaints_[DeskField::keyVersion] = std::string(tr("Nothing was signed: the keyVersion is a whole number from 1, such as 1."));
    return;
  }
  auto signedMessage = inspect::signOnDesk(message_, *privateKey_, std::stoi(version));
  if (!signedMessage) return;  // incomplete() has said why
  message_ = std::move(*signedMessage);
  beforeTamper_.reset();
  changed();
  news_ = trf("Signed with {}. The header Signature is new, everything else is as it was.", privateKeyName_);
}

void Desk::tamper(std::string_view origin) {
  DeskField const field = fieldOf(origin);
  std::string value = text(field);
  auto const place = placeToChange(value);
  if (!place) return;
  std::size_t const at = *place;
  char const before = value[at];
  value[at] = next(before);
  char const after = value[at];
  auto changedMessage = inspect::tamper(message_, origin, std::move(value));
  if (!changedMessage) return;
  if (!beforeTamper_) beforeTamper_ = message_;
  message_ = std::move(*changedMessage);
  changed();
  news_ = trf("Changed one character of {}: byte {} was {} and is {}. {} stays as it was.",
                      describePart(origin), at, before, after,
                      field == DeskField::signature ? tr("Everything else") : tr("The signature"));
}

void Desk::undoTamper() {
  if (!beforeTamper_) return;
  message_ = std::move(*beforeTamper_);
  beforeTamper_.reset();
  changed();
  news_ = std::string(tr("Everything is as it was before the changes."));
}

// --- the doctor -----------------------------------------------------------------------------

inspect::KeyRole Desk::roleOf(DeskKey const& key) const {
  using inspect::KeyRole;
  auto const line = line_ ? line_ : keys_[*chosenKey_].line;
  if (!line || !key.line) return KeyRole::other;
  if (*key.line == *line) return KeyRole::signer;
  if (key.line->from == line->from && key.line->to == line->to) return KeyRole::otherEnvironment;
  bool const back = key.line->from == line->to && key.line->to == line->from;
  return back ? KeyRole::verifier : KeyRole::otherLine;
}

inspect::DoctorInput Desk::doctorInput() const {
  auto const known = [this](DeskKey const& key) {
    return inspect::KnownKey{key.title(), roleOf(key), key.keyVersion, key.clientId, key.key};
  };
  std::string const* requestTime = message_.message.header("Request-Time");
  bool const isResponse = message_.direction == protocol::Direction::response;
  inspect::DoctorInput input{.direction = message_.direction,
                             .method = message_.message.method,
                             .uri = message_.message.uri,
                             .clientId = text(DeskField::clientId),
                             .time = text(DeskField::time),
                             .signature = text(DeskField::signature),
                             .body = message_.message.body,
                             .expected = known(keys_[*chosenKey_]),
                             .host = message_.host,
                             .requestTime = isResponse && requestTime != nullptr ? *requestTime : requestTime_,
                             .others = others_};
  for (DeskKey const& key : keys_) input.knownKeys.push_back(known(key));
  if (privateKey_) {
    input.knownKeys.push_back({std::string(tr("the desk's private key")), inspect::KeyRole::other, 0, "", privateKey_->publicKey()});
  }
  return input;
}

void Desk::diagnose() {
  if (!whyNotDiagnose().empty()) return;
  news_.clear();
  diagnosis_.reset();
  doctor_.emplace(doctorInput());
  if (doctor_->finished()) finishExamination(false);
}

void Desk::cancel() {
  if (doctor_) finishExamination(true);
}

void Desk::work() {
  if (doctor_ && doctor_->advance(kSlice)) finishExamination(false);
}

void Desk::finishExamination(bool cancelled) {
  inspect::Diagnosis found = doctor_->diagnosis();
  for (inspect::Cause& cause : found.causes) cause = {cause.id, cause.check, worldWords(cause.sentence), worldWords(cause.fix)};
  for (auto* texts : {&found.facts, &found.ruledOut}) {
    for (std::string& one : *texts) one = worldWords(one);
  }
  std::vector<inspect::DiffPiece> difference = found.difference();
  diagnosis_ = DeskDiagnosis{std::move(found), std::move(difference), cancelled, revision_};
  doctor_.reset();
}

}  // namespace aplus::ui
