#include "inspect/doctor/altered_signature.h"

#include <fmt/format.h>

#include "crypto/base64.h"

namespace aplus::inspect {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

AlteredSignature::AlteredSignature(crypto::PublicKey key, std::string signature)
    : key_(std::move(key)), signature_(std::move(signature)), base64_(crypto::encodeBase64(signature_)) {
  while (!base64_.empty() && base64_.back() == '=') base64_.pop_back();
}

bool AlteredSignature::advance(std::uint64_t attempts) {
  for (; attempts > 0 && next_ < all() && !found_; --attempts, ++next_) {
    std::size_t const at = std::size_t(next_ / 64);
    char const other = kAlphabet[std::size_t(next_ % 64)];
    if (other == base64_[at]) continue;
    // The group of four that the character stands in, decoded anew; the last one may be short.
    std::size_t const group = at / 4 * 4;
    std::string text = base64_.substr(group, 4);
    text[at - group] = other;
    text.resize(4, '=');
    auto const bytes = crypto::decodeBase64(text);
    if (!bytes) continue;  // bits that belong to no byte
    std::string candidate = signature_;
    candidate.replace(group / 4 * 3, bytes->size(), *bytes);
    auto block = key_.recover(candidate);
    if (!block || block->padding != crypto::Padding::pkcs1) continue;
    found_ = Found{std::move(*block), fmt::format("number {} of the Base64 is '{}' and was '{}'", at + 1, base64_[at], other)};
  }
  return found_ || next_ >= all();
}

}  // namespace aplus::inspect
