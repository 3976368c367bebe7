#include "crypto/sha256_lanes.h"

#include <algorithm>
#include <cstring>

// https://csrc.nist.gov/pubs/fips/180-4/upd1/final, section 6.2

namespace aplus::crypto {
namespace {

constexpr std::size_t kBlock = 64;

constexpr std::uint32_t kRound[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::array<std::uint32_t, 8> kInitial{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// The vector extension of GCC and Clang: SSE2 natively, SIMD as wasm, and plain words where there is none.
using Vector = std::uint32_t __attribute__((vector_size(16)));

template <class Word>
Word rotated(Word x, int bits) { return (x >> bits) | (x << (32 - bits)); }

std::uint32_t bigEndian(char const* bytes) {
  std::uint32_t word;
  std::memcpy(&word, bytes, sizeof word);
  return __builtin_bswap32(word);
}

/// One block in every lane; Word is a vector or a plain word. `load(t)` gives word t of the block.
template <class Word, class Load>
void compress(Word (&state)[8], Load const& load) {
  Word w[16];
  Word a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (int t = 0; t < 64; ++t) {
    if (t < 16) {
      w[t] = load(t);
    } else {
      Word const early = w[(t + 1) & 15], late = w[(t + 14) & 15];
      w[t & 15] += (rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)) + w[(t + 9) & 15] +
                   (rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10));
    }
    Word const one = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + (g ^ (e & (f ^ g))) + kRound[t] + w[t & 15];
    Word const two = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) | (c & (a | b)));
    h = g;
    g = f;
    f = e;
    e = d + one;
    d = c;
    c = b;
    b = a;
    a = one + two;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/// The blocks of one lane: what is left of the prefix, the end, and the padding.
class Stream {
 public:
  Stream() = default;
  Stream(std::string_view rest, std::string_view end, std::uint64_t prefixLength)
      : rest_(rest), end_(end), bits_((prefixLength + end.size()) * 8), blocks_((rest.size() + end.size() + 9 + kBlock - 1) / kBlock) {}

  std::size_t blocks() const { return blocks_; }

  /// Points into the end where a block lies wholly in it, otherwise into the buffer.
  char const* block(std::size_t index, std::array<char, kBlock>& buffer) const {
    std::size_t const from = index * kBlock;
    if (from >= rest_.size() && from + kBlock <= rest_.size() + end_.size()) return end_.data() + (from - rest_.size());
    buffer.fill('\0');
    std::size_t const size = rest_.size() + end_.size();
    if (index >= blocks_) return buffer.data();
    copy(rest_, 0, from, buffer);
    copy(end_, rest_.size(), from, buffer);
    if (size >= from && size < from + kBlock) buffer[size - from] = char(0x80);
    if (index + 1 == blocks_) {
      for (std::size_t i = 0; i < 8; ++i) buffer[kBlock - 1 - i] = char(bits_ >> (8 * i) & 0xff);
    }
    return buffer.data();
  }

 private:
  /// The part of `text`, which stands at `start` of the stream, that falls into the block at `from`.
  static void copy(std::string_view text, std::size_t start, std::size_t from, std::array<char, kBlock>& buffer) {
    std::size_t const first = std::max(start, from), last = std::min(start + text.size(), from + kBlock);
    if (first < last) std::memcpy(buffer.data() + (first - from), text.data() + (first - start), last - first);
  }

  std::string_view rest_, end_;
  std::uint64_t bits_ = 0;
  std::size_t blocks_ = 0;
};

}  // namespace

Sha256Prefix::Sha256Prefix(std::string_view beginning) : state_(kInitial), length_(beginning.size()) {
  std::uint32_t state[8];
  std::copy(state_.begin(), state_.end(), state);
  for (; beginning.size() >= kBlock; beginning.remove_prefix(kBlock)) {
    compress(state, [&](int t) { return bigEndian(beginning.data() + 4 * t); });
  }
  std::copy(state, state + 8, state_.begin());
  rest_ = beginning;
}

std::array<Sha256Digest, Sha256Lanes::kLanes> Sha256Lanes::hash(std::array<Sha256Prefix const*, kLanes> const& prefixes,
                                                                std::array<std::string_view, kLanes> const& ends) {
  Vector state[8] = {};
  std::array<Stream, kLanes> streams;
  std::size_t blocks = 0;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    if (prefixes[lane] == nullptr) continue;
    for (std::size_t i = 0; i < 8; ++i) state[i][lane] = prefixes[lane]->state_[i];
    streams[lane] = Stream(prefixes[lane]->rest_, ends[lane], prefixes[lane]->length_);
    blocks = std::max(blocks, streams[lane].blocks());
  }
  std::array<Sha256Digest, kLanes> digests{};
  std::array<std::array<char, kBlock>, kLanes> buffers;
  for (std::size_t index = 0; index < blocks; ++index) {
    std::array<char const*, kLanes> at;
    for (std::size_t lane = 0; lane < kLanes; ++lane) at[lane] = streams[lane].block(index, buffers[lane]);
    compress(state, [&](int t) {
      return Vector{bigEndian(at[0] + 4 * t), bigEndian(at[1] + 4 * t), bigEndian(at[2] + 4 * t), bigEndian(at[3] + 4 * t)};
    });
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      if (streams[lane].blocks() != index + 1) continue;
      for (std::size_t i = 0; i < 32; ++i) digests[lane][i] = std::uint8_t(state[i / 4][lane] >> (24 - 8 * (i % 4)) & 0xff);
    }
  }
  return digests;
}

}  // namespace aplus::crypto
