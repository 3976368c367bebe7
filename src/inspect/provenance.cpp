#include "inspect/provenance.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/currency.h"
#include "inspect/pretty_json.h"
#include "protocol/result_codes.h"

namespace aplus::inspect {
namespace {

constexpr std::size_t kShortest = 5;
constexpr std::size_t kMostListed = 500;

/// Finds a value in what a participant says of its state.
class StateSearch final : public StateWriter {
 public:
  StateSearch(std::string_view wanted, std::size_t step, Party party, std::vector<Sighting>& out)
      : wanted_(wanted), step_(step), party_(party), out_(out) {}

  void beginObject(std::string_view key) override {
    if (key == wanted_) put(key);
    path_.emplace_back(key);
  }
  void endObject() override { path_.pop_back(); }
  void text(std::string_view key, std::string_view value) override {
    if (value == wanted_) put(key);
  }
  void number(std::string_view key, std::int64_t value) override {
    if (fmt::format_int(value).c_str() == wanted_) put(key);
  }
  void flag(std::string_view, bool) override {}

 private:
  void put(std::string_view key) {
    std::string place;
    for (std::string const& part : path_) place += part + " / ";
    out_.push_back({step_, party_, place.append(key)});
  }

  std::string_view wanted_;
  std::size_t step_;
  Party party_;
  std::vector<Sighting>& out_;
  std::vector<std::string> path_;
};

void searchStates(timeline::World const& world, std::string_view value, std::size_t step, std::vector<Sighting>& out) {
  for (Party party : kParties) {
    StateSearch search(value, step, party, out);
    timeline::describe(world, party, search);
  }
}

/// Whether it is worth while to take the body apart: without escapes a value stands in it as it is.
bool mayContain(std::string_view body, std::string_view value) {
  return body.find(value) != body.npos || body.find('\\') != body.npos;
}

void searchMessage(timeline::StepRecord const& record, std::string_view value, std::vector<Sighting>& out) {
  auto const step = std::size_t(record.n);
  Envelope const& envelope = record.envelope;
  if (envelope.message.uri == value) out.push_back({step, envelope.from, "URI"});
  for (protocol::Header const& header : envelope.message.headers) {
    if (header.value == value) out.push_back({step, envelope.from, "header " + header.name});
  }
  if (!mayContain(envelope.message.body, value)) return;
  for (JsonLeaf const& leaf : jsonLeaves(envelope.message.body)) {
    if (leaf.value == value) out.push_back({step, envelope.from, leaf.path});
  }
}

bool isDigits(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string whyNotTraceable(std::string_view value) {
  if (value.empty()) return "An empty value comes from nowhere.";
  if (value == "true" || value == "false" || value == "null") {
    return fmt::format("'{}' stands in many places that have nothing to do with each other.", value);
  }
  if (minorUnits(value)) return fmt::format("{} is a currency: it stands beside every amount.", value);
  if (protocol::findResultCode(value) != nullptr || value == "success") {
    return fmt::format("{} is a result code: every answer has one of its own.", value);
  }
  if (value.size() < kShortest) {
    return fmt::format("'{}' is too short: equal values would be found that are none of it. At least {} characters can be followed.",
                       value, kShortest);
  }
  if (value.size() == kShortest && isDigits(value)) {
    return fmt::format("{} is a small number: equal amounts and numbers would be found that are none of it.", value);
  }
  return {};
}

Provenance traceValue(timeline::Timeline const& run, std::string_view value, std::size_t upTo) {
  Provenance found;
  found.value = std::string(value);
  found.refused = whyNotTraceable(value);
  if (!found.refused.empty()) return found;
  searchStates(run.worldAt(0), value, 0, found.seen);
  for (std::size_t n = 1; n <= upTo && found.seen.size() < kMostListed; ++n) {
    searchMessage(run.record(n), value, found.seen);
    found.cut = found.seen.size() >= kMostListed && n < upTo;
  }
  searchStates(run.worldAt(upTo), value, upTo, found.kept);
  return found;
}

}  // namespace aplus::inspect
