#include "crypto/recovered_block.h"

#include <algorithm>

#include "base/assert.h"

namespace aplus::crypto {
namespace {

/// So many padding bytes are no accident.
constexpr std::size_t kSurePadding = 8;

/// https://www.rfc-editor.org/rfc/rfc8017#appendix-B.2.1
std::string maskOf(DigestAlgorithm algorithm, std::string_view seed, std::size_t size) {
  std::string mask;
  for (unsigned counter = 0; mask.size() < size; ++counter) {
    std::string block(seed);
    for (int shift = 24; shift >= 0; shift -= 8) block += char(counter >> shift & 0xff);
    mask += digest(algorithm, block);
  }
  return mask.substr(0, size);
}

bool readPss(RecoveredBlock& block, DigestAlgorithm algorithm) {
  std::size_t const hashSize = digestSize(algorithm);
  if (block.bytes.size() < hashSize + 2 || block.bytes.back() != '\xbc') return false;
  std::size_t const dataSize = block.bytes.size() - hashSize - 1;
  std::string const hash = block.bytes.substr(dataSize, hashSize);
  std::string const mask = maskOf(algorithm, hash, dataSize);
  std::string data = block.bytes.substr(0, dataSize);
  for (std::size_t i = 0; i < dataSize; ++i) data[i] = char(data[i] ^ mask[i]);
  data[0] = char(data[0] & 0x7f);
  std::size_t const zeros = std::min(data.find_first_not_of('\0'), data.size());
  if (zeros == data.size() || data[zeros] != '\x01') return false;
  if (zeros > 0 && zeros < kSurePadding) return false;
  block.padding = zeros == 0 ? Padding::maybePss : Padding::pss;
  block.pssAlgorithm = algorithm;
  block.pssSalt = data.substr(zeros + 1);
  block.pssHash = hash;
  return true;
}

/// `00 01 FF … FF 00` or `00 02 <no zero> 00` in front of a payload.
bool readTyped(RecoveredBlock& block) {
  std::string const& bytes = block.bytes;
  if (bytes.size() < kSurePadding + 3 || bytes[0] != '\0') return false;
  bool const signing = bytes[1] == '\x01';
  if (!signing && bytes[1] != '\x02') return false;
  std::size_t const end = bytes.find('\0', 2);
  if (end == bytes.npos || end < 2 + kSurePadding) return false;
  if (signing && bytes.find_first_not_of('\xff', 2) != end) return false;
  std::string payload = bytes.substr(end + 1);
  auto info = parseDigestInfo(payload);
  // Behind `00 02` anything but zeros may stand, so only a DigestInfo makes sure.
  if (!signing && !info) return false;
  block.padding = signing ? Padding::pkcs1 : Padding::type2;
  block.payload = std::move(payload);
  block.info = std::move(info);
  return true;
}

bool readZeros(RecoveredBlock& block) {
  std::size_t const zeros = block.bytes.find_first_not_of('\0');
  if (zeros == std::string::npos || zeros < kSurePadding) return false;
  block.padding = Padding::zeros;
  block.payload = block.bytes.substr(zeros);
  // A digest may itself begin with zeros.
  for (DigestAlgorithm const algorithm : digestAlgorithms()) {
    std::size_t const size = digestSize(algorithm);
    if (block.payload.size() < size && block.payload.size() + 2 >= size) {
      block.payload = block.bytes.substr(block.bytes.size() - size);
      break;
    }
  }
  block.info = parseDigestInfo(block.payload);
  return true;
}

}  // namespace

RecoveredBlock examineBlock(std::string bytes) {
  RecoveredBlock block;
  block.bytes = std::move(bytes);
  if (readTyped(block) || readZeros(block)) return block;
  using enum DigestAlgorithm;
  for (DigestAlgorithm const algorithm : {sha256, sha1, sha512, sha384}) {
    if (readPss(block, algorithm)) return block;
  }
  return block;
}

std::string pssHash(DigestAlgorithm algorithm, std::string_view contentDigest, std::string_view salt) {
  std::string input(8, '\0');
  input.append(contentDigest).append(salt);
  return digest(algorithm, input);
}

std::string paddedBlock(DigestAlgorithm algorithm, std::string_view contentDigest, std::size_t size) {
  std::string const info = digestInfo(algorithm, contentDigest);
  APLUS_ASSERT(size >= info.size() + 11);
  std::string block{'\0', '\x01'};
  block.append(size - info.size() - 3, '\xff');
  block += '\0';
  return block + info;
}

}  // namespace aplus::crypto
