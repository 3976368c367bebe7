#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "crypto/recovered_block.h"

namespace aplus::crypto {

/// Smallest modulus that is accepted, in bits.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/signature
inline constexpr int kMinimumKeyBits = 2048;

/// The public half of an RSA key. A cheap handle to something that never changes; equal when the
/// keys are.
class PublicKey {
 public:
  /// Reads PEM or bare one-line Base64 of a SubjectPublicKeyInfo or a PKCS#1 RSAPublicKey.
  /// Error `INVALID_KEY` says what the text is instead: a private key, not RSA, too short, damaged.
  static Result<PublicKey> parse(std::string_view text);

  /// RSASSA-PKCS1-v1_5 with SHA-256. `signature` is raw bytes.
  bool verify(std::string_view content, std::string_view signature) const;

  /// The block that was signed, whatever it holds. Nothing when the signature has another length than
  /// the modulus or is not below it: then no private key of this pair made it.
  std::optional<RecoveredBlock> recover(std::string_view signature) const;

  /// SubjectPublicKeyInfo as PEM.
  std::string pem() const;
  int bits() const;
  /// SHA-256 of the SubjectPublicKeyInfo, lower-case hexadecimal.
  std::string const& fingerprint() const;

  bool operator==(PublicKey const& other) const;

  struct Impl;
  explicit PublicKey(std::shared_ptr<Impl> impl);

 private:
  std::shared_ptr<Impl> impl_;
};

/// The private half of an RSA key, with the same conduct.
class PrivateKey {
 public:
  /// Reads PEM or bare one-line Base64 of PKCS#8 or PKCS#1. Error `INVALID_KEY` as above, and for
  /// encrypted keys.
  static Result<PrivateKey> parse(std::string_view text);

  /// A new key from the machine's randomness. Takes up to a second or two as wasm, so a page does this
  /// in a Worker. Asserts that `bits` is at least kMinimumKeyBits.
  static PrivateKey generate(int bits = kMinimumKeyBits);

  /// The raw private operation on a block of the modulus' length, for making signatures that are
  /// wrong in a known way. Nothing when the block is not below the modulus.
  std::optional<std::string> signBlock(std::string_view block) const;

  /// RSASSA-PKCS1-v1_5 with SHA-256; raw bytes. The scheme is deterministic, so the result is kept
  /// and going back in time never signs anew.
  std::string sign(std::string_view content) const;

  PublicKey const& publicKey() const;
  /// PKCS#8 as PEM.
  std::string pem() const;

  bool operator==(PrivateKey const& other) const { return publicKey() == other.publicKey(); }

  struct Impl;
  explicit PrivateKey(std::shared_ptr<Impl> impl);

 private:
  std::shared_ptr<Impl> impl_;
};

/// Forgets kept signatures and verifications, for measurements.
void clearSignatureMemory();

}  // namespace aplus::crypto
