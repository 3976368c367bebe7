#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/rsa.h"
#include "protocol/signing.h"

namespace aplus::inspect {

/// The five things to check, in the order in which the published answer lists them.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
enum class FaqCheck : unsigned char { signature, key, content, algorithm, encoding };

/// What the owner of a key has to do with the message that is looked at.
enum class KeyRole : unsigned char {
  signer,            ///< the party that should have signed, perhaps with another version
  verifier,          ///< the party that verifies: its own key
  otherLine,         ///< a key used between other parties
  otherEnvironment,  ///< sandbox for production, or the other way round
  other,
};

struct KnownKey {
  std::string name;  ///< how a cause speaks of it
  KeyRole role = KeyRole::other;
  int keyVersion = 0;    ///< 0: not known
  std::string clientId;  ///< empty: not known
  crypto::PublicKey key;
};

/// Another message of the run, whose pieces may have been signed by mistake.
struct OtherMessage {
  std::string name;
  std::string uri;
  std::string time;
  std::string body;
};

/// Everything that is known when a signature does not fit.
struct DoctorInput {
  protocol::Direction direction = protocol::Direction::request;
  std::string method = "POST";
  std::string uri;  ///< as it was called: with host and query, if they are known
  std::string clientId;
  std::string time;
  std::string signature;  ///< value of the header, as received
  std::string body;
  KnownKey expected;      ///< the key that should fit
  std::vector<KnownKey> knownKeys;
  std::string host;       ///< value of Host; empty when unknown
  std::string requestTime;  ///< of the request that a response answers, or of any other time header
  std::vector<OtherMessage> others;
  /// Whether to try, when no key fits, if one character of the signature was changed. Takes a second or
  /// more, since every attempt is an RSA operation.
  bool lookForAlteredSignature = true;
};

/// Everything in front of the body, piece by piece.
struct Head {
  std::string method;
  std::string gap = " ";
  std::string uri;
  std::string lineEnd = "\n";
  std::string clientId;
  std::string dot1 = ".";
  std::string time;
  std::string dot2 = ".";

  std::string join() const;
};

// What the variants look like that a mistake leads to. `detail` completes the sentence.
struct HeadVariant {
  Head head;
  std::string detail;
};
struct TextVariant {
  std::string text;
  std::string detail;
};

using HeadVariants = std::vector<HeadVariant>;
using TextVariants = std::vector<TextVariant>;

/// Pieces that a mistake changes. Two that change the same piece make no pair.
namespace piece {
enum : std::uint32_t {
  method = 1u << 0, gap = 1u << 1, uriHost = 1u << 2, uriPath = 1u << 3, lineEnd = 1u << 4,
  client = 1u << 5, dots = 1u << 6, timeZone = 1u << 7, timeFraction = 1u << 8, timeNotation = 1u << 9,
  layout = 1u << 10, order = 1u << 11, slashes = 1u << 12, escapes = 1u << 13, scalars = 1u << 14,
  members = 1u << 15, charset = 1u << 16, lineEnds = 1u << 17, start = 1u << 18, end = 1u << 19,
  wrapping = 1u << 20, whole = 1u << 21,
  time = timeZone | timeFraction | timeNotation,
  head = method | gap | uriHost | uriPath | lineEnd | client | dots | time,
  json = layout | order | slashes | escapes | scalars | members,
  body = json | charset | lineEnds | start | end | wrapping,
};
}  // namespace piece

/// One kind of mistake: what the signer did differently, told in a sentence, and how to make the variants
/// of it. Exactly one of the three functions is set. `{}` in a sentence stands for a variant's detail.
///
/// Rows stand in the order in which a program does these things, so that the later of a pair is
/// applied to what the earlier one made.
struct Mistake {
  std::string_view id;
  FaqCheck check;
  std::uint32_t pieces;
  std::string_view sentence;
  std::string_view fix;
  HeadVariants (*ofHead)(Head const&, DoctorInput const&) = nullptr;
  TextVariants (*ofBody)(std::string const&, DoctorInput const&) = nullptr;
  TextVariants (*ofContent)(std::string const&) = nullptr;
  bool alone = false;  ///< so many variants that it makes no pairs
};

// The tables, one file each.
std::vector<Mistake> const& headMistakes();
std::vector<Mistake> const& timeMistakes();
std::vector<Mistake> const& jsonMistakes();
std::vector<Mistake> const& bodyMistakes();
std::vector<Mistake> const& contentMistakes();

}  // namespace aplus::inspect
