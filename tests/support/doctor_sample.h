#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "inspect/doctor/doctor.h"

namespace aplus::test {

/// A message of Alipay+ to the wallet that somebody signs, with whatever mistake a case puts in. What is
/// signed and what is sent are kept apart; nothing of the doctor's own tables is used.
struct Sample {
  Sample();

  // What the signer puts together.
  std::string method = "POST", gap = " ", uri, lineEnd = "\n", clientId, dot1 = ".", time, dot2 = ".", body;
  std::function<std::string(std::string)> rewrite;  ///< of the whole content
  std::function<std::string(std::string_view)> makeBlock;  ///< from the content; PKCS#1 v1.5 with SHA-256 when empty
  std::function<std::string(std::string)> encodeSignature;  ///< raw bytes to the header's value
  crypto::PrivateKey key;

  // What is received.
  inspect::DoctorInput input;

  std::string content() const;
  /// Signs and completes the input.
  inspect::DoctorInput signedInput() const;
};

using Spoil = std::function<void(Sample&)>;

/// One mistake, by the id of the cause that must be found.
struct Mistaken {
  std::string id;
  std::string name;  ///< the id, and more where an id has several cases
  Spoil spoil;
};

std::vector<Mistaken> const& singleMistakes();

std::string base64Header(std::string const& signature);

}  // namespace aplus::test
