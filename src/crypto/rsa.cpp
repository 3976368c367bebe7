#include "crypto/rsa.h"

#include <cstdint>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "base/assert.h"
#include "crypto/key_text.h"
#include "crypto/sha256.h"

namespace aplus::crypto {
namespace {

template <class T, void (*Free)(T*)>
struct Deleter {
  void operator()(T* pointer) const { Free(pointer); }
};

using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY, EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using Pkcs8 =
    std::unique_ptr<PKCS8_PRIV_KEY_INFO, Deleter<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>>;
using Spki = std::unique_ptr<X509_PUBKEY, Deleter<X509_PUBKEY, X509_PUBKEY_free>>;
using EncryptedKey = std::unique_ptr<X509_SIG, Deleter<X509_SIG, X509_SIG_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO, BIO_free_all>>;

/// Raised by clearSignatureMemory(); what was kept under an older number is forgotten.
std::uint64_t memoryGeneration = 0;

/// What was signed or verified before. Bounded: emptied when full, since a run that is replayed
/// asks for the same few messages again and again.
template <class Value>
class Memory {
 public:
  Value const* find(std::string const& key) const {
    if (generation_ != memoryGeneration) return nullptr;
    auto const entry = entries_.find(key);
    return entry == entries_.end() ? nullptr : &entry->second;
  }

  Value const& keep(std::string key, Value value) {
    if (entries_.size() >= kCapacity || generation_ != memoryGeneration) entries_.clear();
    generation_ = memoryGeneration;
    return entries_.insert_or_assign(std::move(key), std::move(value)).first->second;
  }

 private:
  static constexpr std::size_t kCapacity = 4096;
  std::map<std::string, Value> entries_;
  std::uint64_t generation_ = 0;
};

std::string digestOf(std::string_view content) {
  Sha256Digest const digest = sha256(content);
  return std::string(reinterpret_cast<char const*>(digest.data()), digest.size());
}

unsigned char const* asBytes(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

/// PKCS#1 v1.5 with SHA-256, set up once per key: setting up costs more than a verification.
KeyContext prepare(EVP_PKEY* key, int (*init)(EVP_PKEY_CTX*)) {
  KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
  bool const ready = context && init(context.get()) == 1 &&
                     EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
                     EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) == 1;
  APLUS_ASSERT(ready);
  return context;
}

std::string readAll(BIO* bio) {
  char* data = nullptr;
  long const length = BIO_get_mem_data(bio, &data);
  return std::string(data, std::size_t(length));
}

// --- what a piece of DER is -------------------------------------------------------------------

Key readPkcs8(std::string const& der) {
  unsigned char const* at = asBytes(der);
  Pkcs8 const info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, long(der.size())));
  return Key(info ? EVP_PKCS82PKEY(info.get()) : nullptr);
}

Key readPkcs1Private(std::string const& der) {
  unsigned char const* at = asBytes(der);
  return Key(d2i_PrivateKey(EVP_PKEY_RSA, nullptr, &at, long(der.size())));
}

Key readSpki(std::string const& der) {
  unsigned char const* at = asBytes(der);
  return Key(d2i_PUBKEY(nullptr, &at, long(der.size())));
}

Key readPkcs1Public(std::string const& der) {
  unsigned char const* at = asBytes(der);
  return Key(d2i_PublicKey(EVP_PKEY_RSA, nullptr, &at, long(der.size())));
}

Key readPrivate(std::string const& der) {
  Key key = readPkcs8(der);
  return key ? std::move(key) : readPkcs1Private(der);
}

Key readPublic(std::string const& der) {
  Key key = readSpki(der);
  return key ? std::move(key) : readPkcs1Public(der);
}

std::string nameOf(ASN1_OBJECT const* algorithm) {
  char name[80] = "";
  OBJ_obj2txt(name, sizeof name, algorithm, 0);
  return name;
}

/// The algorithm that a PKCS#8 or SubjectPublicKeyInfo names, even one that this build cannot use.
std::optional<std::string> foreignAlgorithm(KeyText const& text) {
  if (text.label == "EC PRIVATE KEY" || text.label == "DSA PRIVATE KEY") {
    return text.label.substr(0, text.label.find(' '));
  }
  unsigned char const* at = asBytes(text.der);
  if (Pkcs8 const info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, long(text.der.size()))); info) {
    ASN1_OBJECT const* algorithm = nullptr;
    PKCS8_pkey_get0(&algorithm, nullptr, nullptr, nullptr, info.get());
    if (OBJ_obj2nid(algorithm) != NID_rsaEncryption) return nameOf(algorithm);
  }
  at = asBytes(text.der);
  if (Spki const info(d2i_X509_PUBKEY(nullptr, &at, long(text.der.size()))); info) {
    ASN1_OBJECT* algorithm = nullptr;
    X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, info.get());
    if (OBJ_obj2nid(algorithm) != NID_rsaEncryption) return nameOf(algorithm);
  }
  return std::nullopt;
}

bool isEncrypted(std::string const& der) {
  unsigned char const* at = asBytes(der);
  return EncryptedKey(d2i_X509_SIG(nullptr, &at, long(der.size()))) != nullptr;
}

enum class Half { privateHalf, publicHalf };

Result<Key> readKey(std::string_view pasted, Half half) {
  auto const text = unwrapKey(pasted);
  if (!text) return fail(text.error());
  bool const wantPrivate = half == Half::privateHalf;
  Key key = wantPrivate ? readPrivate(text->der) : readPublic(text->der);
  std::string reason;
  if (key && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA) {
    if (EVP_PKEY_get_bits(key.get()) < kMinimumKeyBits) {
      reason = fmt::format("The key has {} bits; at least {} are needed",
                           EVP_PKEY_get_bits(key.get()), kMinimumKeyBits);
    }
  } else if (auto const algorithm = foreignAlgorithm(*text); algorithm) {
    reason = fmt::format("This is a key for {}, not an RSA key", *algorithm);
  } else if (wantPrivate && readPublic(text->der)) {
    reason = "This is the public half; signing needs the private key";
  } else if (!wantPrivate && readPrivate(text->der)) {
    reason = "This is the private half; verifying needs the public key";
  } else if (isEncrypted(text->der)) {
    reason = "The private key is encrypted; decrypt it first";
  } else {
    reason = fmt::format("{} bytes were read, but they are no {}", text->der.size(),
                         wantPrivate ? "RSA private key in PKCS#8 or PKCS#1"
                                     : "RSA public key in SubjectPublicKeyInfo or PKCS#1");
  }
  ERR_clear_error();
  if (!reason.empty()) return fail("INVALID_KEY", "", reason);
  return key;
}

std::string subjectPublicKeyInfo(EVP_PKEY* key) {
  unsigned char* bytes = nullptr;
  int const length = i2d_PUBKEY(key, &bytes);
  APLUS_ASSERT(length > 0);
  std::string der(reinterpret_cast<char const*>(bytes), std::size_t(length));
  OPENSSL_free(bytes);
  return der;
}

// --- the bare operations ----------------------------------------------------------------------

using Operation = int(EVP_PKEY_CTX*, unsigned char*, std::size_t*, unsigned char const*, std::size_t);

/// RSA without any padding. Nothing when the number is not below the modulus.
std::optional<std::string> rawOperation(EVP_PKEY* key, int (*init)(EVP_PKEY_CTX*), Operation* operation,
                                        std::string_view input) {
  KeyContext const context(EVP_PKEY_CTX_new(key, nullptr));
  bool const ready = context && init(context.get()) == 1 &&
                     EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) == 1;
  APLUS_ASSERT(ready);
  std::string out(std::size_t(EVP_PKEY_get_size(key)), '\0');
  std::size_t length = out.size();
  bool const done = operation(context.get(), reinterpret_cast<unsigned char*>(out.data()), &length,
                              asBytes(input), input.size()) == 1;
  ERR_clear_error();
  if (!done || length != out.size()) return std::nullopt;
  return out;
}

}  // namespace

struct PublicKey::Impl {
  Key key;
  KeyContext verifier;
  std::string fingerprint;
  Memory<bool> verified;
};

struct PrivateKey::Impl {
  Key key;
  KeyContext signer;
  PublicKey publicHalf;
  Memory<std::string> signatures;
};

namespace {

PublicKey makePublicKey(Key key) {
  auto impl = std::make_shared<PublicKey::Impl>();
  impl->fingerprint = toHex(sha256(subjectPublicKeyInfo(key.get())));
  impl->verifier = prepare(key.get(), EVP_PKEY_verify_init);
  impl->key = std::move(key);
  return PublicKey(std::move(impl));
}

PrivateKey makePrivateKey(Key key) {
  Key publicHalf = readSpki(subjectPublicKeyInfo(key.get()));
  APLUS_ASSERT(publicHalf != nullptr);
  KeyContext signer = prepare(key.get(), EVP_PKEY_sign_init);
  return PrivateKey(std::make_shared<PrivateKey::Impl>(PrivateKey::Impl{
      std::move(key), std::move(signer), makePublicKey(std::move(publicHalf)), {}}));
}

}  // namespace

PublicKey::PublicKey(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

Result<PublicKey> PublicKey::parse(std::string_view text) {
  auto key = readKey(text, Half::publicHalf);
  if (!key) return fail(key.error());
  return makePublicKey(std::move(*key));
}

bool PublicKey::verify(std::string_view content, std::string_view signature) const {
  std::string const digest = digestOf(content);
  std::string memoryKey = digest + std::string(signature);
  if (bool const* known = impl_->verified.find(memoryKey)) return *known;
  bool const valid =
      EVP_PKEY_verify(impl_->verifier.get(), asBytes(signature), signature.size(), asBytes(digest),
                      digest.size()) == 1;
  ERR_clear_error();
  return impl_->verified.keep(std::move(memoryKey), valid);
}

std::optional<RecoveredBlock> PublicKey::recover(std::string_view signature) const {
  std::size_t length = std::size_t(EVP_PKEY_get_size(impl_->key.get()));
  if (signature.size() != length) return std::nullopt;
  auto block = rawOperation(impl_->key.get(), EVP_PKEY_encrypt_init, EVP_PKEY_encrypt, signature);
  if (!block) return std::nullopt;
  return examineBlock(std::move(*block));
}

std::string PublicKey::pem() const {
  Bio const out(BIO_new(BIO_s_mem()));
  bool const written = PEM_write_bio_PUBKEY(out.get(), impl_->key.get()) == 1;
  APLUS_ASSERT(written);
  return readAll(out.get());
}

int PublicKey::bits() const { return EVP_PKEY_get_bits(impl_->key.get()); }

std::string const& PublicKey::fingerprint() const { return impl_->fingerprint; }

bool PublicKey::operator==(PublicKey const& other) const {
  return fingerprint() == other.fingerprint();
}

PrivateKey::PrivateKey(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

Result<PrivateKey> PrivateKey::parse(std::string_view text) {
  auto key = readKey(text, Half::privateHalf);
  if (!key) return fail(key.error());
  return makePrivateKey(std::move(*key));
}

PrivateKey PrivateKey::generate(int bits) {
  APLUS_ASSERT(bits >= kMinimumKeyBits);
  Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t(bits)));
  APLUS_ASSERT(key != nullptr);
  return makePrivateKey(std::move(key));
}

std::optional<std::string> PrivateKey::signBlock(std::string_view block) const {
  return rawOperation(impl_->key.get(), EVP_PKEY_decrypt_init, EVP_PKEY_decrypt, block);
}

std::string PrivateKey::sign(std::string_view content) const {
  std::string digest = digestOf(content);
  if (std::string const* known = impl_->signatures.find(digest)) return *known;
  std::string signature(std::size_t(EVP_PKEY_get_size(impl_->key.get())), '\0');
  std::size_t length = signature.size();
  bool const done =
      EVP_PKEY_sign(impl_->signer.get(), reinterpret_cast<unsigned char*>(signature.data()),
                    &length, asBytes(digest), digest.size()) == 1;
  APLUS_ASSERT(done);
  signature.resize(length);
  return impl_->signatures.keep(std::move(digest), std::move(signature));
}

PublicKey const& PrivateKey::publicKey() const { return impl_->publicHalf; }

std::string PrivateKey::pem() const {
  Bio const out(BIO_new(BIO_s_mem()));
  bool const written = PEM_write_bio_PKCS8PrivateKey(out.get(), impl_->key.get(), nullptr, nullptr,
                                                     0, nullptr, nullptr) == 1;
  APLUS_ASSERT(written);
  return readAll(out.get());
}

void clearSignatureMemory() { ++memoryGeneration; }

}  // namespace aplus::crypto
