#include <set>

#include <gtest/gtest.h>
#include <fmt/format.h>

#include "base/rng.h"
#include "crypto/base64.h"
#include "support/doctor_sample.h"
#include "support/files.h"

namespace aplus::inspect {
namespace {

using test::Mistaken;
using test::Sample;

std::vector<std::string> idsOf(Diagnosis const& diagnosis) {
  std::vector<std::string> ids;
  for (Cause const& cause : diagnosis.causes) ids.push_back(cause.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// One line per cause: the golden text of a diagnosis.
std::string written(std::string const& name, Diagnosis const& diagnosis) {
  std::string text = fmt::format("{}: {}, signed by '{}'\n", name, diagnosis.explained ? "explained" : "not explained", diagnosis.signedBy);
  for (Cause const& cause : diagnosis.causes) text += fmt::format("    {}: {} {}\n", cause.id, cause.sentence, cause.fix);
  return text;
}

/// What every diagnosis must keep to, whatever it says.
void expectHonest(Diagnosis const& diagnosis, DoctorInput const& input, std::string const& signedContent) {
  EXPECT_TRUE(diagnosis.signedContent.empty() || diagnosis.signedContent == signedContent);
  EXPECT_EQ(diagnosis.valid, input.expected.key.verify(diagnosis.expectedContent,
                                                       protocol::parseSignatureHeader(input.signature).value_or(protocol::SignatureHeader{}).signature));
  EXPECT_FALSE(diagnosis.valid && !diagnosis.causes.empty());
  std::string left, right;
  for (DiffPiece const& piece : diagnosis.difference()) {
    if (piece.kind != DiffPiece::Kind::onlyRight) left += piece.bytes;
    if (piece.kind != DiffPiece::Kind::onlyLeft) right += piece.bytes;
  }
  EXPECT_EQ(left, diagnosis.signedContent);
  if (!left.empty()) {
    EXPECT_EQ(right, diagnosis.expectedContent);
  }
}

TEST(Doctor, SaysValidWhenItIs) {
  Sample const sample;
  Diagnosis const diagnosis = diagnose(sample.signedInput());
  EXPECT_TRUE(diagnosis.valid);
  EXPECT_TRUE(diagnosis.explained);
  EXPECT_TRUE(diagnosis.causes.empty());
  EXPECT_EQ(diagnosis.signedBy, "Alipay+ to wallet");
  for (CheckFinding const& finding : diagnosis.checks()) EXPECT_EQ(finding.state, CheckFinding::State::good) << finding.text;
}

/// Which of the five published checks it is that fails; the others say nothing against the message.
FaqCheck failedCheck(Diagnosis const& diagnosis) {
  auto const checks = diagnosis.checks();
  FaqCheck failed = FaqCheck::signature;
  int wrong = 0;
  for (CheckFinding const& finding : checks) {
    if (finding.state != CheckFinding::State::wrong) continue;
    failed = finding.check;
    ++wrong;
    EXPECT_NE(finding.text.find(diagnosis.causes.at(0).sentence), std::string::npos) << finding.text;
  }
  EXPECT_EQ(wrong, 1);
  return failed;
}

// shows: acq-signature-signed, acq-signature-key, acq-signature-content, acq-signature-algorithm, acq-signature-encoding
TEST(Doctor, FindsEverySingleMistake) {
  std::set<std::string> kinds;
  std::set<FaqCheck> failed;
  std::string golden;
  for (Mistaken const& mistaken : test::singleMistakes()) {
    SCOPED_TRACE(mistaken.name);
    Sample sample;
    mistaken.spoil(sample);
    DoctorInput const input = sample.signedInput();
    Diagnosis const diagnosis = diagnose(input);
    EXPECT_EQ(idsOf(diagnosis), std::vector<std::string>{mistaken.id});
    EXPECT_TRUE(diagnosis.explained);
    expectHonest(diagnosis, input, sample.content());
    kinds.insert(mistaken.id);
    failed.insert(failedCheck(diagnosis));
    golden += written(mistaken.name, diagnosis);
  }
  EXPECT_GE(kinds.size(), 60u);
  EXPECT_EQ(failed.size(), 5u) << "each of the published checks fails for some mistake";
  test::expectGolden("tests/properties/golden/doctor_singles.txt", golden);
}

/// Two mistakes by the names that the table of singles gives them.
constexpr std::pair<char const*, char const*> kPairs[] = {
    {"line-end-crlf", "body-newline-added"}, {"line-end-crlf", "body-line-ends"}, {"line-end-literal", "body-pretty"},
    {"line-end-missing", "body-minified"}, {"line-end-crlf", "digest-sha1"}, {"method-case", "uri-trailing-slash"},
    {"method-case", "uri-case"}, {"method-missing", "line-end-missing"}, {"uri-scheme-host", "time-epoch-ms"},
    {"uri-query", "body-pretty"}, {"uri-query", "line-end-crlf"}, {"uri-without-slash", "client-id-missing"},
    {"uri-host", "body-keys-sorted"}, {"uri-prefix-missing", "body-unicode-escaped"}, {"client-id-other", "time-zone"},
    {"client-id-missing", "body-empty"}, {"client-id-environment", "key-of-other-environment"}, {"client-id-blanks", "time-blanks"},
    {"client-id-case", "body-slashes-escaped"}, {"dot-other", "line-end-other"}, {"dot-missing", "time-epoch-ms"},
    {"time-zone", "time-fraction"}, {"time-zone, to Tokyo", "body-spaced"}, {"time-fraction", "body-gbk"},
    {"time-epoch-ms", "body-minified"}, {"time-without-zone", "body-pretty"}, {"time-other-header", "uri-other-api"},
    {"time-other-message", "body-other-message"}, {"time-compact", "digest-sha512"}, {"body-keys-sorted", "body-slashes-escaped"},
    {"body-pretty", "body-newline-added"}, {"body-slashes-escaped", "body-unicode-escaped"}, {"body-scalars-unquoted", "body-newline-added"},
    {"body-unicode-escaped", "body-newline-added"}, {"body-bom-added", "body-newline-added"}, {"body-gbk", "digest-md5"},
    {"body-bom-added", "hex-digest-signed"}, {"body-newline-added", "digest-hashed-again"}, {"body-slashes-escaped", "hex-digest-signed"},
    {"line-end-crlf", "hex-digest-signed"}, {"block-pss", "line-end-crlf"}, {"block-pss", "digest-hashed-again"},
    {"signature-base64url", "line-end-crlf"}, {"signature-hex", "digest-sha1"}, {"header-algorithm", "digest-sha1"},
    {"key-version", "body-pretty"}, {"own-key-pasted", "time-zone"}, {"signature-encoded-twice", "signed-with-own-key"},
    {"signature-reversed", "body-gbk"}, {"block-bare-digest", "body-newline-added"}, {"signature-altered", "uri-query"},
};

Mistaken const* find(std::string const& name) {
  for (Mistaken const& mistaken : test::singleMistakes()) {
    if (mistaken.name == name) return &mistaken;
  }
  return nullptr;
}

TEST(Doctor, FindsPairs) {
  int tried = 0;
  std::string golden;
  for (auto const& [firstName, secondName] : kPairs) {
    Mistaken const* first = find(firstName);
    Mistaken const* second = find(secondName);
    if (first == nullptr || second == nullptr) continue;
    SCOPED_TRACE(fmt::format("{} and {}", firstName, secondName));
    Sample sample;
    first->spoil(sample);
    second->spoil(sample);
    DoctorInput const input = sample.signedInput();
    Diagnosis const diagnosis = diagnose(input);
    std::vector<std::string> expected{first->id, second->id};
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(idsOf(diagnosis), expected);
    EXPECT_TRUE(diagnosis.explained);
    expectHonest(diagnosis, input, sample.content());
    golden += written(fmt::format("{} and {}", firstName, secondName), diagnosis);
    ++tried;
  }
  EXPECT_GE(tried, 40);
  test::expectGolden("tests/properties/golden/doctor_pairs.txt", golden);
}

/// Chance instead of a mistake. Whatever the doctor claims must be so: a cause about the content only when
/// these very bytes were signed, and another key never by more than that none of the known ones fits.
TEST(Doctor, ClaimsNothingWrongAboutCorruptedMessages) {
  Rng rng(20250115);
  Sample const sample;
  DoctorInput const good = sample.signedInput();
  std::set<std::string> const aboutSignature{"no-known-key", "header-unreadable", "signature-length", "signature-altered"};
  int unexplained = 0;
  for (int i = 0; i < 200; ++i) {
    SCOPED_TRACE(i);
    DoctorInput bad = good;
    bad.lookForAlteredSignature = i % 20 == 7;
    std::string* const parts[] = {&bad.body, &bad.uri, &bad.time, &bad.clientId, &bad.signature, &bad.body};
    std::size_t const which = std::size_t(rng.below(6));
    std::string& part = *parts[which];
    auto const at = [&] { return std::size_t(rng.below(part.size())); };
    switch (rng.below(4)) {
      case 0: { std::size_t const p = at(); part[p] = char(part[p] ^ (1 << rng.below(8))); break; }
      case 1: part.erase(at(), 1 + std::size_t(rng.below(5))); break;
      case 2: part.insert(at(), 1, char(rng.below(256))); break;
      default: { std::size_t const a = at(), b = at(); std::swap(part[a], part[b]); break; }
    }
    if (bad.signature == good.signature && bad.body == good.body && bad.uri == good.uri && bad.time == good.time && bad.clientId == good.clientId) continue;
    // Every single mistake is tried for each, every pair for some: a wrong claim would come early.
    bool const toTheEnd = i % 10 == 7;
    Doctor doctor(bad);
    while (!doctor.advance(5'000) && toTheEnd) {}
    Diagnosis const& diagnosis = doctor.diagnosis();
    expectHonest(diagnosis, bad, sample.content());
    for (Cause const& cause : diagnosis.causes) {
      bool const mayBeClaimed = which == 4 || diagnosis.signedContent == sample.content();
      EXPECT_TRUE(mayBeClaimed) << cause.sentence;
      if (diagnosis.signedContent.empty()) {
        EXPECT_EQ(aboutSignature.count(cause.id), 1u) << cause.sentence;
      }
    }
    unexplained += !diagnosis.explained;
    EXPECT_EQ(doctor.finished() && !diagnosis.explained, !diagnosis.ruledOut.empty());
  }
  EXPECT_GT(unexplained, 50);
}

TEST(Doctor, TakesTheSameWayInStepsOfAnySize) {
  Sample sample;
  sample.body += "\n";
  sample.time = "2025-01-15T01:00:00.120Z";
  Diagnosis const whole = diagnose(sample.signedInput());
  Doctor doctor(sample.signedInput());
  float before = 0;
  while (!doctor.advance(7)) {
    EXPECT_GE(doctor.progress() + 0.3f, before);  // the total becomes known on the way
    before = doctor.progress();
  }
  EXPECT_EQ(written("", doctor.diagnosis()), written("", whole));
  EXPECT_EQ(doctor.progress(), 1.0f);
}

TEST(Doctor, SurvivesHostileInput) {
  Sample const sample;
  DoctorInput const good = sample.signedInput();
  std::string const deep = std::string(5000, '[') + std::string(5000, ']');
  for (std::string const& body : {std::string(), std::string("\xff\xfe\x80"), deep, std::string("{\"a\":"), std::string(3, '\0'), std::string("{\"\\ud800\":1}")}) {
    DoctorInput bad = good;
    bad.body = body;
    Diagnosis const diagnosis = diagnose(bad);
    EXPECT_FALSE(diagnosis.valid);
  }
  for (std::size_t length = 0; length < good.signature.size(); length += 13) {
    DoctorInput bad = good;
    bad.lookForAlteredSignature = false;
    bad.signature.resize(length);
    Diagnosis const diagnosis = diagnose(bad);
    EXPECT_FALSE(diagnosis.valid);
    EXPECT_TRUE(diagnosis.explained);
  }
}

}  // namespace
}  // namespace aplus::inspect
