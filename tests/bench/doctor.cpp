// How fast the signature doctor searches, and how long the slowest single mistake takes it.

#include <fmt/format.h>

#include "base/rng.h"
#include "bench.h"
#include "inspect/doctor/doctor.h"
#include "support/doctor_sample.h"

namespace aplus::bench {
namespace {

using inspect::Diagnosis;
using inspect::DoctorInput;

/// A body of about a kilobyte, laid out as bodies are.
std::string longBody(std::string const& body) {
  std::string goods;
  for (int i = 0; goods.size() + body.size() < 950; ++i) {
    goods += fmt::format(R"({{"referenceGoodsId":"G{}","goodsName":"Shoes of size {}"}},)", i, 36 + i);
  }
  goods.pop_back();
  return fmt::format(R"({{"goods":[{}],{})", goods, body.substr(1));
}

/// Signed over something that no table leads to: the whole search is made in vain.
DoctorInput unexplainable() {
  test::Sample sample;
  sample.input.body = sample.body = longBody(sample.body);
  sample.rewrite = [](std::string content) { return content + "what nobody looks for"; };
  DoctorInput input = sample.signedInput();
  return input;
}

}  // namespace

void doctor() {
  DoctorInput const input = unexplainable();
  std::vector<double> rates;
  for (int round = 0; round < 5; ++round) {
    Diagnosis diagnosis;
    double const ms = measureMs([&] { diagnosis = inspect::diagnose(input); });
    rates.push_back(double(diagnosis.candidatesTried) / ms / 1000);
    if (round == 0) report("doctor: candidates until it gives up", double(diagnosis.candidatesTried), "");
  }
  report("doctor: candidates per second, message of 1 kB", median(rates), "M/s");

  std::vector<double> each;
  for (test::Mistaken const& mistaken : test::singleMistakes()) {
    test::Sample sample;
    mistaken.spoil(sample);
    DoctorInput const spoilt = sample.signedInput();
    std::vector<double> tries;
    for (int round = 0; round < 3; ++round) tries.push_back(measureMs([&] { (void)inspect::diagnose(spoilt); }));
    each.push_back(median(tries));
  }
  report("doctor: a single mistake, median", median(each), "ms");
  report("doctor: a single mistake, slowest", *std::max_element(each.begin(), each.end()), "ms");
}

}  // namespace aplus::bench
