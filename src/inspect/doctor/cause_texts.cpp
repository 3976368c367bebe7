#include "inspect/doctor/cause_texts.h"

#include "base/assert.h"
#include "inspect/doctor/text_tools.h"

namespace aplus::inspect {
namespace {

struct Text {
  std::string_view id;
  FaqCheck check;
  std::string_view sentence;
  std::string_view fix;
};

using enum FaqCheck;

constexpr std::string_view kHeaderForm = "Write the header as algorithm=RSA256,keyVersion=1,signature=<value>.";
constexpr std::string_view kValueForm = "Encode the raw signature once in standard Base64 on one line, then URL-encode that once.";
constexpr std::string_view kSigner = "Sign with RSASSA-PKCS1-v1_5 and SHA-256: SHA256withRSA in Java, RSA-SHA256 in Node, OPENSSL_ALGO_SHA256 in PHP.";

constexpr Text kTexts[] = {
    // the message
    {"signature-missing", signature, "The message carries no header Signature.", "Sign every request and every response, and send the header Signature."},
    {"client-id-header-missing", signature, "The message carries no header Client-Id, so nobody can say whose key is meant.", "Send the header Client-Id and sign its value."},
    {"time-header-missing", signature, "The message carries no {}, which is part of what is signed.", "Send Request-Time in a request and Response-Time in a response."},
    // the header
    {"header-unreadable", signature, "The header Signature cannot be read: {}.", kHeaderForm},
    {"header-name-in-value", signature, "The header's value begins with its own name.", kHeaderForm},
    {"header-bare-signature", signature, "The header holds the bare signature, without algorithm= and signature=.", kHeaderForm},
    {"header-algorithm", algorithm, "The header names the algorithm {}, not RSA256.", "Write algorithm=RSA256; it is the only name that is known."},
    {"header-algorithm-missing", algorithm, "The header names no algorithm.", kHeaderForm},
    {"header-field-name", signature, "A field of the header is written {}.", kHeaderForm},
    {"header-key-version", key, "The header's keyVersion {} is no whole number from 1.", "Write the version of the key, such as keyVersion=1, or leave it out for the newest."},
    {"header-separator", signature, "The fields of the header are separated by {} instead of a comma.", kHeaderForm},
    {"header-quoted", signature, "A field of the header stands in quotes.", kHeaderForm},
    // the signature's text
    {"signature-encoded-twice", encoding, "The signature was URL-encoded more than once.", kValueForm},
    {"signature-plus-became-blank", encoding, "The plus signs of the signature became blanks: it was URL-decoded once too often, or never encoded.", kValueForm},
    {"signature-blanks", encoding, "There are blanks inside the signature.", kValueForm},
    {"signature-line-breaks", encoding, "The Base64 of the signature is broken into lines.", "Use the encoder that writes one line: in Java getEncoder() and not getMimeEncoder()."},
    {"signature-base64url", encoding, "The signature is written in the URL alphabet of Base64, with - and _.", kValueForm},
    {"signature-padding-missing", encoding, "The padding = at the end of the Base64 is missing.", kValueForm},
    {"signature-hex", encoding, "The signature is written in hexadecimal digits instead of Base64.", kValueForm},
    {"signature-hex-in-base64", encoding, "The hexadecimal text of the signature was encoded in Base64, not its bytes.", kValueForm},
    {"signature-base64-twice", encoding, "The signature was encoded in Base64 twice.", kValueForm},
    {"signature-reversed", encoding, "The bytes of the signature stand in reverse order, as Windows' CryptoAPI gives them.", "Reverse the bytes before Base64, or use an API that follows PKCS#1."},
    {"signature-length", encoding, "The signature has {}.", "Send the whole signature of an RSA key of 2048 bits; look for a field or a header that cuts it off."},
    {"signature-altered", encoding, "One character of the signature was changed after signing: {}.", "Find what copies or stores the header on its way; no text tool may touch it."},
    // the key
    {"no-known-key", key, "None of the keys known here made this signature as it stands: it was made with another private key, or its bytes were changed afterwards.",
     "Compare the public key in use with the one of the private key that signs, and upload the right one for this environment."},
    {"own-key-pasted", key, "The key to verify with is the verifier's own: {}.", "Put the other side's public key where its signatures are verified; each side keeps its own private key and the other's public key."},
    {"other-key-pasted", key, "The key to verify with is not the signer's: {}.", "Verify with the public key that belongs to the private key that signs."},
    {"key-version", key, "The message was signed with another version of the key: {}.", "Name the version that signs in keyVersion, or sign with the version that is named."},
    {"signed-with-own-key", key, "The message was signed with the verifier's own key, {}.", "This is a message of one's own; verify messages of the other side, and sign with the side's own private key."},
    {"key-of-other-line", key, "The message was signed with a key that is used between other parties, {}.", "Sign with the private key of this Client-Id."},
    {"key-of-other-environment", key, "The message was signed with a key of the other environment, {}.", "Sandbox and production have keys of their own; sign with those of the environment whose Client-Id is sent."},
    {"other-known-key", key, "The message was signed with another known key: {}.", "Sign with the private key whose public half is registered for this Client-Id and version."},
    // the block
    {"digest-md5", algorithm, "The signature was made with MD5 instead of SHA-256.", kSigner},
    {"digest-sha1", algorithm, "The signature was made with SHA-1 instead of SHA-256.", kSigner},
    {"digest-sha224", algorithm, "The signature was made with SHA-224 instead of SHA-256.", kSigner},
    {"digest-sha384", algorithm, "The signature was made with SHA-384 instead of SHA-256.", kSigner},
    {"digest-sha512", algorithm, "The signature was made with SHA-512 instead of SHA-256.", kSigner},
    {"block-pss", algorithm, "The signature was made with RSASSA-PSS instead of PKCS#1 v1.5.", kSigner},
    {"block-encryption-padding", algorithm, "The digest was padded as for encryption (00 02) instead of as for a signature (00 01).", kSigner},
    {"block-no-padding", algorithm, "The digest was not padded at all.", kSigner},
    {"block-info-without-null", algorithm, "The DigestInfo lacks the NULL behind the algorithm's name.", kSigner},
    {"block-bare-digest", algorithm, "The bare digest was encrypted, without the DigestInfo that names SHA-256.", "Use the signing function, not the one that encrypts with the private key (NONEwithRSA, privateEncrypt, rsautl)."},
    {"block-hex-digest", algorithm, "The hexadecimal text of the digest was encrypted with the private key instead of a DigestInfo.", kSigner},
    {"block-base64-digest", algorithm, "The Base64 text of the digest was encrypted with the private key instead of a DigestInfo.", kSigner},
    {"block-content", algorithm, "The content itself was encrypted with the private key, without a digest.", kSigner},
};

std::string completed(std::string_view sentence, std::string_view detail) { return replaced(sentence, "{}", detail); }

}  // namespace

Cause makeCause(std::string_view id, std::string_view detail) {
  for (Text const& text : kTexts) {
    if (text.id == id) return {std::string(id), text.check, completed(text.sentence, detail), std::string(text.fix)};
  }
  APLUS_UNREACHABLE("a cause has a text");
}

Cause makeCause(Mistake const& mistake, std::string_view detail) {
  return {std::string(mistake.id), mistake.check, completed(mistake.sentence, detail), std::string(mistake.fix)};
}

}  // namespace aplus::inspect
