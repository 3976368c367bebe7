#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/sim_time.h"
#include "base/strong_id.h"
#include "crypto/rsa.h"
#include "protocol/http_message.h"

namespace aplus::protocol {

/// Whose signature is made: the client, the version of its key and the key.
struct SigningKey {
  ClientId clientId;
  int keyVersion = 1;
  crypto::PrivateKey key;

  bool operator==(SigningKey const&) const = default;
};

/// A public key that a party trusts, and whose it is.
struct TrustedKey {
  std::string owner;
  crypto::PublicKey key;

  bool operator==(TrustedKey const&) const = default;
};

/// What a party verifies with: client, then key version. The Client-Id is the same in both
/// directions; whose key it means depends on who asks.
using KeyRing = std::map<ClientId, std::map<int, TrustedKey>>;

/// `<METHOD> <URI>\n<Client-Id>.<Time>.<body>`, with one line feed and the body's exact bytes. Time is
/// Request-Time for requests and Response-Time for responses, as it stands in the header.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/signature
/// Sandbox choice: only the path of the URI is signed.
std::string contentToSign(std::string_view method, std::string_view uri, std::string_view clientId,
                          std::string_view time, std::string_view body);

/// The Signature header taken apart.
struct SignatureHeader {
  std::string algorithm;
  int keyVersion = 0;  ///< 0: not named, the newest key of the client is meant
  std::string signature;  ///< raw bytes, after URL- and Base64-decoding

  bool operator==(SignatureHeader const&) const = default;
};

/// `algorithm=RSA256,keyVersion=1,signature=<URL-encoded Base64>`.
std::string formatSignatureHeader(int keyVersion, std::string_view signature);

/// Blanks around the pairs are allowed, as the published sample has them. Error
/// `INVALID_SIGNATURE` says which part is wrong.
/// Sandbox choice: only standard Base64 after exactly one URL-decoding is accepted.
Result<SignatureHeader> parseSignatureHeader(std::string_view value);

/// Which of the two time headers a message carries.
enum class Direction : unsigned char { request, response };

std::string_view timeHeader(Direction direction);

/// Adds Client-Id, the time header, Content-Type and Signature to a message.
void sign(HttpMessage& message, Direction direction, std::string time, SigningKey const& key);

/// What was found when a signature was checked.
struct SignatureCheck {
  std::string content;  ///< what was verified; empty when it could not even be put together
  bool valid = false;
  int keyVersion = 0;
  std::string signer;  ///< the owner of the key that fits; empty when none does
  std::string code;    ///< the result code for a refusal; empty when valid
  std::string reason;  ///< a sentence for people

  bool operator==(SignatureCheck const&) const = default;
};

/// How far the time of a message may lie from the receiver's clock. Sandbox choice: not checked unless
/// asked for, since no such limit is published.
struct ClockWindow {
  SimTime now;
  std::int64_t toleranceMs = 5 * kMinuteMs;
};

/// Checks in this order: method, media type, headers, client, key, signature, then the time. Nothing is
/// skipped when a header is missing: that is a refusal.
SignatureCheck checkSignature(HttpMessage const& message, Direction direction, KeyRing const& keys,
                              std::optional<ClockWindow> const& window = std::nullopt);

}  // namespace aplus::protocol
