// What the engine costs beside the cryptography that it cannot do without: the same contents are signed and
// verified by OpenSSL alone, in turns within one run.

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "bench.h"
#include "scenario/playback.h"
#include "scenario/sandbox_keys.h"

namespace aplus::bench {
namespace {

constexpr int kRounds = 25;

struct Signed {
  EVP_PKEY* key;
  std::string content;
};

void require(bool done) {
  if (!done) std::abort();
}

EVP_PKEY* readKey(std::string const& pem) {
  BIO* bio = BIO_new_mem_buf(pem.data(), int(pem.size()));
  EVP_PKEY* key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
  BIO_free(bio);
  require(key != nullptr);
  return key;
}

/// Every signed message of a run, with the key that signed it.
std::vector<Signed> signedContents(timeline::Timeline const& run) {
  std::vector<Signed> all;
  for (std::size_t n = 1; n <= run.length(); ++n) {
    auto const& step = run.record(n);
    if (!step.signature) continue;
    auto const& key = scenario::sandboxKey(step.envelope.from, step.envelope.to);
    all.push_back({readKey(key.signing.key.pem()), step.signature->content});
  }
  return all;
}

/// Signs and verifies each content, and nothing else.
void pureOpenssl(std::vector<Signed> const& contents) {
  for (Signed const& one : contents) {
    unsigned char signature[512];
    std::size_t length = sizeof signature;
    auto const* bytes = reinterpret_cast<unsigned char const*>(one.content.data());
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    require(EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, one.key) == 1);
    require(EVP_DigestSign(context, signature, &length, bytes, one.content.size()) == 1);
    EVP_MD_CTX_free(context);
    context = EVP_MD_CTX_new();
    require(EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, one.key) == 1);
    require(EVP_DigestVerify(context, signature, length, bytes, one.content.size()) == 1);
    EVP_MD_CTX_free(context);
  }
}

}  // namespace

void engine() {
  auto playback = *scenario::Playback::load(*scenario::findBuiltin("upm-pay"), 1);
  playback.runToEnd();
  timeline::Timeline const& recorded = playback.timeline();
  std::vector<Signed> const contents = signedContents(recorded);
  double const exchanges = double(contents.size()) / 2;

  std::vector<double> withEngine, replayed, pure, ratios;
  for (int round = 0; round < kRounds; ++round) {
    // Setting up the world belongs to the scenario, not to an exchange.
    timeline::Timeline first(scenario::makeWorld(playback.scenario(), 1));
    timeline::Timeline again = first;
    auto const run = [&](timeline::Timeline& timeline) {
      for (std::size_t n = 1; n <= recorded.length(); ++n) require(timeline.append(recorded.input(n)).has_value());
    };
    crypto::clearSignatureMemory();
    withEngine.push_back(measureMs([&] { run(first); }) / exchanges);
    replayed.push_back(measureMs([&] { run(again); }) / exchanges);  // every signature is remembered
    pure.push_back(measureMs([&] { pureOpenssl(contents); }) / exchanges);
    ratios.push_back(withEngine.back() / pure.back());
  }
  report("signed exchange", median(withEngine), "ms");
  report("signed exchange, OpenSSL alone", median(pure), "ms");
  report("engine overhead over OpenSSL", (median(ratios) - 1) * 100, "%");
  report("exchange replayed without signing", median(replayed), "ms");
  report("steps per run", double(recorded.length()), "steps");
}

}  // namespace aplus::bench
