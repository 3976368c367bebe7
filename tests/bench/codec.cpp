// What reading and writing one message costs.

#include <cstdlib>

#include "bench.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/pay.h"
#include "scenario/playback.h"

namespace aplus::bench {
namespace {

constexpr int kMessages = 2000;

std::string payBody() {
  auto playback = *scenario::Playback::load(*scenario::findBuiltin("upm-pay"), 1);
  playback.runToEnd();
  for (std::size_t n = 1; n <= playback.length(); ++n) {
    auto const& envelope = playback.timeline().record(n).envelope;
    if (envelope.to == Party::walletServer && envelope.name == "pay") return envelope.message.body;
  }
  std::abort();
}

}  // namespace

void codec() {
  std::string const body = payBody();
  std::vector<double> us;
  for (int round = 0; round < 9; ++round) {
    us.push_back(measureMs([&] {
                   for (int i = 0; i < kMessages; ++i) {
                     auto const request = codec::decode<protocol::PayRequest>(body);
                     if (!request || codec::encode(request->value) != body) std::abort();
                   }
                 }) * 1000 / kMessages);
  }
  report("decode, validate and encode a pay request", median(us), "us");
  report("  of how many bytes", double(body.size()), "bytes");
}

}  // namespace aplus::bench
