#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "crypto/rsa.h"
#include "protocol/signing.h"

namespace aplus::inspect {

/// A message on the signing desk: what was pasted, taken apart. Signing, verifying and changing it are
/// three acts; none of them does another's work.
struct DeskMessage {
  protocol::Direction direction = protocol::Direction::request;
  protocol::HttpMessage message;  ///< for a response, method and URI are given by hand
  std::string host;               ///< empty when it was not named

  bool operator==(DeskMessage const&) const = default;
};

/// Reads a raw HTTP message or a cURL command line, whichever the text is. Error `INVALID_PASTE` with
/// what is wrong, the line in `path`, and what would be right.
Result<DeskMessage> readPasted(std::string_view text);

/// `POST /path HTTP/1.1` or `HTTP/1.1 200 OK`, headers, an empty line, and the body's exact bytes. Lines
/// end in LF or CR LF; the body is not touched.
Result<DeskMessage> readRawHttp(std::string_view text);

/// A cURL command as shells take it: '…', "…", $'…', \ and line continuation of bash, or " and ^ of the
/// Windows command prompt. Knows -X, -H, -d and its kin, --json and --url; other options are skipped.
Result<DeskMessage> readCurl(std::string_view text);

/// One stretch of the content to sign, and where it comes from.
struct ContentPart {
  std::string_view origin;  ///< `method`, `uri`, `Client-Id`, `Request-Time`, `Response-Time`, `body`; empty for what joins them
  std::string text;

  bool operator==(ContentPart const&) const = default;
};

/// The content to sign, in parts. Error `INCOMPLETE` names the header that is missing.
Result<std::vector<ContentPart>> contentParts(DeskMessage const& message);

/// The steps from content to signature, as bytes in hexadecimal.
struct SignatureSteps {
  std::string digest;
  std::string digestInfo;
  std::string block;
};

SignatureSteps signatureSteps(std::string_view content, int keyBits);

/// Gives the message a Signature header, in place of any it has. Nothing else changes.
Result<DeskMessage> signOnDesk(DeskMessage message, crypto::PrivateKey const& key, int keyVersion);

/// Whether the signature that the message carries fits; the reason when it does not.
struct DeskVerdict {
  bool valid = false;
  std::string reason;
};
DeskVerdict verifyOnDesk(DeskMessage const& message, crypto::PublicKey const& key);

/// Changes one part, by the name of its origin. The signature stays as it is: an edit never signs.
/// Error `UNKNOWN_PART`.
Result<DeskMessage> tamper(DeskMessage message, std::string_view origin, std::string value);

}  // namespace aplus::inspect
