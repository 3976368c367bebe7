#include "inspect/doctor/doctor.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.h"
#include "crypto/sha256.h"
#include "inspect/doctor/altered_signature.h"
#include "inspect/doctor/cause_texts.h"
#include "inspect/doctor/header_reader.h"
#include "inspect/doctor/search.h"
#include "inspect/doctor/target.h"

namespace aplus::inspect {

/// One message on its way through the examination: header, key, block, then the search.
class Doctor::Case {
 public:
  explicit Case(DoctorInput input) : input_(std::move(input)) {
    diagnosis_.expectedContent =
        protocol::contentToSign(input_.method, input_.uri, input_.clientId, input_.time, input_.body);
    examineHeader();
  }

  bool advance(std::uint64_t candidates) {
    // An RSA operation takes as long as many candidates.
    constexpr std::uint64_t kCandidatesPerOperation = 32;
    if (finished_) return true;
    if (altered_) {
      if (altered_->advance(candidates / kCandidatesPerOperation + 1)) afterAltered();
    } else if (search_->advance(candidates)) {
      afterSearch();
    }
    diagnosis_.candidatesTried = (search_ ? search_->tried() : 0) + operations_ + (altered_ ? altered_->tried() : 0);
    return finished_;
  }

  bool finished() const { return finished_; }
  float progress() const {
    if (finished_) return 1;
    std::uint64_t const done = altered_ ? altered_->tried() : search_->tried();
    return float(done) / float(altered_ ? altered_->all() : search_->expected());
  }
  Diagnosis const& diagnosis() const { return diagnosis_; }

 private:
  void add(std::string_view id, std::string_view detail = "") { diagnosis_.causes.push_back(makeCause(id, detail)); }

  void finish(bool explained) {
    diagnosis_.explained = explained;
    finished_ = true;
  }

  void refuse(std::string_view id, std::string_view detail = "") {
    add(id, detail);
    finish(true);
  }

  std::size_t expectedSize() const { return std::size_t(input_.expected.key.bits() + 7) / 8; }

  // --- the header ---------------------------------------------------------------------------

  void examineHeader() {
    if (input_.signature.empty()) return refuse("signature-missing");
    if (input_.clientId.empty()) return refuse("client-id-header-missing");
    if (input_.time.empty()) return refuse("time-header-missing", protocol::timeHeader(input_.direction));
    reading_ = readHeaderPatiently(input_.signature, expectedSize());
    auto const strict = protocol::parseSignatureHeader(input_.signature);
    if (strict && input_.expected.key.verify(diagnosis_.expectedContent, strict->signature)) {
      diagnosis_.valid = true;
      diagnosis_.signedBy = nameOf(input_.expected);
      diagnosis_.block = input_.expected.key.recover(strict->signature);
      return finish(true);
    }
    if (!reading_.signature) return refuse("header-unreadable", reading_.complaint);
    findKey(*reading_.signature);
  }

  // --- the key ------------------------------------------------------------------------------

  /// How a key is known; the expected one may be among the known.
  std::string nameOf(KnownKey const& key) const {
    for (KnownKey const& known : input_.knownKeys) {
      if (known.key == key.key) return known.name;
    }
    return key.name;
  }

  std::vector<KnownKey const*> keys() const {
    std::vector<KnownKey const*> all{&input_.expected};
    for (KnownKey const& key : input_.knownKeys) all.push_back(&key);
    return all;
  }

  struct Signer {
    KnownKey const* key;
    crypto::RecoveredBlock block;
  };

  std::optional<Signer> signerOf(std::string const& signature) {
    std::optional<Signer> perhaps;
    for (KnownKey const* key : keys()) {
      ++operations_;
      auto block = key->key.recover(signature);
      if (!block || block->padding == crypto::Padding::none) continue;
      if (block->provesKey()) return Signer{key, std::move(*block)};
      if (!perhaps) perhaps = Signer{key, std::move(*block)};
    }
    return perhaps;
  }

  void findKey(std::string const& signature) {
    auto signer = signerOf(signature);
    if (!signer) {
      signer = signerOf(std::string(signature.rbegin(), signature.rend()));
      // What only may be PSS proves nothing, least of all about bytes that were turned round.
      if (signer && !signer->block.provesKey()) signer.reset();
      if (signer) reading_.repairs.push_back({"signature-reversed", ""});
    }
    if (signer) return examineBlock(*signer->key, std::move(signer->block));
    // Without a key nothing proves that the header was mended in the right way.
    if (!reading_.complaint.empty()) return refuse("header-unreadable", reading_.complaint);
    if (signature.size() != expectedSize()) {
      return refuse("signature-length", fmt::format("{} bytes; a key of {} bits makes {}", signature.size(),
                                                    input_.expected.key.bits(), expectedSize()));
    }
    if (input_.lookForAlteredSignature) altered_.emplace(input_.expected.key, signature);
    else noKey();
  }

  void afterAltered() {
    operations_ += altered_->tried();
    auto const found = altered_->found();
    altered_.reset();
    if (!found) return noKey();
    reading_.repairs.push_back({"signature-altered", found->detail});
    examineBlock(input_.expected, found->block);
  }

  void noKey() {
    diagnosis_.causes.clear();
    diagnosis_.block.reset();
    diagnosis_.signedBy.clear();
    diagnosis_.facts.clear();
    diagnosis_.facts.push_back(fmt::format("{} known keys were tried; under none of them the padding is right.", keys().size()));
    refuse("no-known-key");
  }

  void explainKey(KnownKey const& signer) {
    if (signer.key == input_.expected.key) return;
    std::string const both = fmt::format("it is known as '{}', and '{}' signed", nameOf(input_.expected), signer.name);
    bool expectedIsKnown = false;
    for (KnownKey const& key : input_.knownKeys) {
      if (!(key.key == input_.expected.key)) continue;
      expectedIsKnown = true;
      if (key.role == KeyRole::verifier) return add("own-key-pasted", both);
    }
    std::string const quoted = "'" + signer.name + "'";
    switch (signer.role) {
      case KeyRole::signer: return add("key-version", fmt::format("'{}' signed, where '{}' was expected", signer.name, nameOf(input_.expected)));
      case KeyRole::verifier: return add("signed-with-own-key", quoted);
      case KeyRole::otherLine: return add("key-of-other-line", quoted);
      case KeyRole::otherEnvironment: return add("key-of-other-environment", quoted);
      case KeyRole::other: return expectedIsKnown ? add("other-key-pasted", both) : add("other-known-key", quoted);
    }
  }

  // --- the block ----------------------------------------------------------------------------

  void examineBlock(KnownKey const& signer, crypto::RecoveredBlock block) {
    for (auto const& repair : reading_.repairs) add(repair.id, repair.detail);
    diagnosis_.signedBy = nameOf(signer);
    explainKey(signer);
    BlockFindings const findings = findTarget(block);
    for (auto const& [id, detail] : findings.causes) add(id, detail);
    APLUS_ASSERT(findings.target.has_value());
    if (block.provesKey()) {
      diagnosis_.facts.push_back(fmt::format("The padding is right under '{}', so this key made the signature.", diagnosis_.signedBy));
    }
    if (!findings.target->isContent) {
      auto const algorithm = crypto::name(findings.target->algorithm);
      std::string const digest = crypto::toHex(findings.target->digest);
      diagnosis_.facts.push_back(findings.target->isPss ? fmt::format("What was signed has the {} PSS hash {}.", algorithm, digest)
                                                        : fmt::format("What was signed has the {} digest {}.", algorithm, digest));
    }
    diagnosis_.block = std::move(block);
    search_.emplace(input_, *findings.target);
  }

  // --- the search ---------------------------------------------------------------------------

  void afterSearch() {
    if (!search_->found()) {
      if (!diagnosis_.block->provesKey()) return noKey();
      diagnosis_.ruledOut.push_back(fmt::format(
          "{} contents were tried, none of them was signed: this message as it is, with one mistake of every kind that is known, and with two of them.",
          search_->tried()));
      for (auto const& [table, text] : kTables) {
        diagnosis_.ruledOut.push_back(fmt::format("{} ({} kinds)", text, table().size()));
      }
      return finish(false);
    }
    diagnosis_.signedContent = search_->content();
    for (FoundMistake const& found : search_->mistakes()) diagnosis_.causes.push_back(makeCause(*found.mistake, found.detail));
    if (diagnosis_.causes.empty()) return refuse("header-unreadable", reading_.complaint);
    finish(true);
  }

  using Table = std::vector<Mistake> const& (*)();
  static constexpr std::pair<Table, std::string_view> kTables[] = {
      {headMistakes, "method, URI, Client-Id and separators"},
      {timeMistakes, "other times and other notations of the same instant"},
      {jsonMistakes, "the same JSON written in another way"},
      {bodyMistakes, "another body, charset, line ends or encoding"},
      {contentMistakes, "a digest or an encoding of the content instead of the content"}};

  DoctorInput input_;
  HeaderReading reading_;
  Diagnosis diagnosis_;
  std::optional<AlteredSignature> altered_;
  std::optional<Search> search_;
  std::uint64_t operations_ = 0;
  bool finished_ = false;
};

Doctor::Doctor(DoctorInput input) : case_(std::make_unique<Case>(std::move(input))) {}
Doctor::~Doctor() = default;
Doctor::Doctor(Doctor&&) noexcept = default;
Doctor& Doctor::operator=(Doctor&&) noexcept = default;

bool Doctor::advance(std::uint64_t candidates) { return case_->advance(candidates); }
bool Doctor::finished() const { return case_->finished(); }
float Doctor::progress() const { return std::min(case_->progress(), 1.0f); }
Diagnosis const& Doctor::diagnosis() const { return case_->diagnosis(); }

Diagnosis diagnose(DoctorInput input) {
  constexpr std::uint64_t kStep = 10'000;
  Doctor doctor(std::move(input));
  while (!doctor.advance(kStep)) {}
  return doctor.diagnosis();
}

// --- the published checks -------------------------------------------------------------------

std::string_view title(FaqCheck check) {
  switch (check) {
    case FaqCheck::signature: return "Signature";
    case FaqCheck::key: return "Key and environment";
    case FaqCheck::content: return "Content construction";
    case FaqCheck::algorithm: return "Signature algorithms and processing logic";
    case FaqCheck::encoding: return "Encoding";
  }
  return "";
}

std::array<CheckFinding, 5> Diagnosis::checks() const {
  using State = CheckFinding::State;
  using enum FaqCheck;
  // The header is read before the key is known, the key before the block, the block before the content.
  bool const keyKnown = valid || !signedBy.empty();
  bool const contentKnown = valid || !signedContent.empty();
  std::array<CheckFinding, 5> findings{{
      {signature, keyKnown ? State::good : State::open, keyKnown ? "The message is signed, and the header can be read." : "Nothing else can be said yet."},
      {key, keyKnown ? State::good : State::open, keyKnown ? fmt::format("Signed by {}.", signedBy) : "No known key was recognised."},
      {content, contentKnown ? State::good : State::open, contentKnown ? "What was signed is known byte for byte." : "What was signed is not known."},
      {algorithm, keyKnown ? State::good : State::open, keyKnown ? "RSASSA-PKCS1-v1_5 with SHA-256." : "Without the key the signature cannot be opened."},
      {encoding, keyKnown ? State::good : State::open, keyKnown ? "Base64 and URL-encoding lead to the signature's bytes." : "The bytes are no signature of a known key."},
  }};
  for (Cause const& cause : causes) {
    CheckFinding& finding = findings[std::size_t(cause.check)];
    if (finding.state == State::wrong) finding.text += " " + cause.sentence;
    else finding = {cause.check, State::wrong, cause.sentence};
  }
  return findings;
}

std::vector<DiffPiece> Diagnosis::difference() const {
  return signedContent.empty() ? std::vector<DiffPiece>{} : diffBytes(signedContent, expectedContent);
}

}  // namespace aplus::inspect
