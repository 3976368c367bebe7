#include "inspect/signature_chain.h"

#include <fmt/format.h>

#include "crypto/sha256.h"
#include "inspect/desk.h"

namespace aplus::inspect {
namespace {

using State = ChainLink::State;

std::string_view paddingText(crypto::Padding padding) {
  switch (padding) {
    case crypto::Padding::pkcs1: return "PKCS#1 v1.5 padding, as it should be";
    case crypto::Padding::type2: return "the padding of encryption, not of a signature";
    case crypto::Padding::zeros: return "no padding at all";
    case crypto::Padding::pss: return "PSS padding; PKCS#1 v1.5 is expected";
    case crypto::Padding::maybePss: return "what may be PSS padding; PKCS#1 v1.5 is expected";
    case crypto::Padding::none: return "no padding that is known";
  }
  return "";
}

/// The walk along the chain; every step fills in one link and says whether the next can be looked at.
class Walk {
 public:
  Walk(protocol::HttpMessage const& message, protocol::Direction direction, protocol::KeyRing const& keys)
      : message_(message), direction_(direction), keys_(keys) {
    for (char const* title : {"Signature header", "Key", "Decoded signature", "Digest in the signature",
                              "Digest of the content", "The two digests"}) {
      links_.push_back({title, State::open, "Not looked at: a link before it is broken.", ""});
    }
  }

  std::vector<ChainLink> run() {
    bool const decodable = readHeader();
    bool const known = findKey();
    if (decodable) decode(known);
    bool const recovered = decodable && known && recover();
    bool const complete = digestContent();
    if (recovered && complete) compare();
    return std::move(links_);
  }

 private:
  void found(std::size_t link, State state, std::string text, std::string value = {}) {
    links_[link].state = state;
    links_[link].text = std::move(text);
    links_[link].value = std::move(value);
  }

  bool readHeader() {
    std::string const* value = message_.header("Signature");
    if (value == nullptr) {
      found(0, State::bad, "The header is missing.");
      return false;
    }
    auto read = protocol::parseSignatureHeader(*value);
    if (!read) {
      found(0, State::bad, read.error().message + ".", *value);
      return false;
    }
    header_ = std::move(*read);
    found(0, State::good,
          header_.keyVersion == 0 ? fmt::format("{}; no key version is named, so the newest is meant.", header_.algorithm)
                                  : fmt::format("{}, key version {}.", header_.algorithm, header_.keyVersion),
          *value);
    return true;
  }

  bool findKey() {
    std::string const* clientId = message_.header("Client-Id");
    if (clientId == nullptr) {
      found(1, State::bad, "The header Client-Id is missing, so nobody knows whose key it is.");
      return false;
    }
    auto const client = keys_.find(ClientId{*clientId});
    if (client == keys_.end() || client->second.empty()) {
      found(1, State::bad, fmt::format("The receiver knows no client '{}'.", *clientId));
      return false;
    }
    auto const key = header_.keyVersion == 0 ? std::prev(client->second.end()) : client->second.find(header_.keyVersion);
    if (key == client->second.end()) {
      found(1, State::bad, fmt::format("The receiver has no key version {} of client '{}'.", header_.keyVersion, *clientId));
      return false;
    }
    key_ = &key->second;
    found(1, State::good,
          fmt::format("Client {}, key version {}: the public key of {}, RSA with {} bits.", *clientId, key->first, key_->owner,
                      key_->key.bits()),
          key_->key.pem());
    return true;
  }

  void decode(bool known) {
    std::size_t const size = header_.signature.size();
    std::string const hex = crypto::toHex(header_.signature);
    if (!known) {
      found(2, State::good, fmt::format("URL-decoded, then Base64: {} bytes.", size), hex);
      return;
    }
    auto const wanted = std::size_t(key_->key.bits() + 7) / 8;
    found(2, size == wanted ? State::good : State::bad,
          size == wanted ? fmt::format("URL-decoded, then Base64: {} bytes, as many as the key has.", size)
                         : fmt::format("URL-decoded, then Base64: {} bytes, but the key has {}.", size, wanted),
          hex);
  }

  bool recover() {
    auto const block = key_->key.recover(header_.signature);
    if (!block) {
      found(3, State::bad, "This key cannot have made a number of that size.");
      return false;
    }
    if (block->padding != crypto::Padding::pkcs1 || !block->info) {
      found(3, State::bad,
            fmt::format("The key gives back {}: {}.", paddingText(block->padding),
                        block->provesKey() ? "it was made with this key, but not by this scheme"
                                           : "it was made with another key, or changed since"),
            crypto::toHex(block->bytes));
      return false;
    }
    bool const sha256 = block->info->algorithm == crypto::DigestAlgorithm::sha256;
    signed_ = crypto::toHex(block->info->digest);
    found(3, sha256 ? State::good : State::bad,
          fmt::format("The key gives back {}, and a {} digest: what the signer signed.", paddingText(block->padding),
                      name(block->info->algorithm)),
          signed_);
    return true;
  }

  bool digestContent() {
    auto const parts = contentParts({direction_, message_, ""});
    if (!parts) {
      found(4, State::bad, parts.error().message + ".");
      return false;
    }
    std::string content;
    for (ContentPart const& part : *parts) content += part.text;
    content_ = crypto::toHex(crypto::digest(crypto::DigestAlgorithm::sha256, content));
    found(4, State::good, fmt::format("SHA-256 over the {} bytes that the receiver puts together from the message.", content.size()),
          content_);
    return true;
  }

  void compare() {
    bool const same = signed_ == content_;
    found(5, same ? State::good : State::bad,
          same ? "They are equal: these bytes are what was signed."
               : "They differ: what was signed is not what arrived.");
  }

  protocol::HttpMessage const& message_;
  protocol::Direction direction_;
  protocol::KeyRing const& keys_;
  std::vector<ChainLink> links_;
  protocol::SignatureHeader header_;
  protocol::TrustedKey const* key_ = nullptr;
  std::string signed_;
  std::string content_;
};

}  // namespace

std::vector<ChainLink> signatureChain(protocol::HttpMessage const& message, protocol::Direction direction,
                                      protocol::KeyRing const& keys) {
  return Walk(message, direction, keys).run();
}

}  // namespace aplus::inspect
