#include "inspect/doctor/target.h"

#include "crypto/base64.h"
#include "crypto/digest.h"
#include "inspect/doctor/text_tools.h"

namespace aplus::inspect {
namespace {

using crypto::DigestAlgorithm;
using crypto::Padding;

std::optional<std::string> fromHex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = lower(text.substr(i, 1))[0];
    int const digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return std::nullopt;
    if (i % 2 == 0) bytes += char(digit << 4);
    else bytes.back() = char(static_cast<unsigned char>(bytes.back()) | digit);
  }
  return bytes;
}

std::optional<DigestAlgorithm> algorithmOfSize(std::size_t size) {
  for (auto const algorithm : crypto::digestAlgorithms()) {
    if (crypto::digestSize(algorithm) == size) return algorithm;
  }
  return std::nullopt;
}

/// A payload that is no DigestInfo: a bare digest, its text, or the content itself.
void readPayload(std::string const& payload, BlockFindings& findings) {
  Target target;
  auto const asHex = fromHex(payload);
  auto const asBase64 = crypto::decodeBase64(payload);
  auto const bare = algorithmOfSize(payload.size());
  auto const hex = asHex ? algorithmOfSize(asHex->size()) : std::nullopt;
  auto const base64 = asBase64 ? algorithmOfSize(asBase64->size()) : std::nullopt;
  if (hex && (!bare || payload.size() != 20)) {
    target.algorithm = *hex;
    target.digest = *asHex;
    findings.causes.emplace_back("block-hex-digest", "");
  } else if (base64) {
    target.algorithm = *base64;
    target.digest = *asBase64;
    findings.causes.emplace_back("block-base64-digest", "");
  } else if (bare) {
    target.algorithm = *bare;
    target.digest = payload;
    findings.causes.emplace_back("block-bare-digest", "");
  } else {
    target.isContent = true;
    target.digest = payload;
    findings.causes.emplace_back("block-content", "");
  }
  findings.target = target;
}

}  // namespace

bool Target::matches(std::string_view content) const {
  if (isContent) return content == digest;
  std::string const hash = crypto::digest(algorithm, content);
  return digest == (isPss ? crypto::pssHash(algorithm, hash, pssSalt) : hash);
}

BlockFindings findTarget(crypto::RecoveredBlock const& block) {
  BlockFindings findings;
  switch (block.padding) {
    case Padding::none: return findings;
    case Padding::pss:
    case Padding::maybePss:
      findings.target = Target{block.pssAlgorithm, block.pssHash, block.pssSalt, true, false};
      findings.causes.emplace_back("block-pss", "");
      break;
    case Padding::type2: findings.causes.emplace_back("block-encryption-padding", ""); break;
    case Padding::zeros: findings.causes.emplace_back("block-no-padding", ""); break;
    case Padding::pkcs1: break;
  }
  if (block.info) {
    findings.target = Target{block.info->algorithm, block.info->digest, "", false, false};
    if (!block.info->hasNull) findings.causes.emplace_back("block-info-without-null", "");
  } else if (!findings.target) {
    readPayload(block.payload, findings);
  }
  auto const algorithm = findings.target->algorithm;
  if (!findings.target->isContent && algorithm != DigestAlgorithm::sha256) {
    std::string id = "digest-" + lower(crypto::name(algorithm));
    findings.causes.emplace_back(replaced(id, "sha-", "sha"), "");
  }
  return findings;
}

}  // namespace aplus::inspect
