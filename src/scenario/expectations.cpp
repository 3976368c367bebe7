#include "scenario/expectations.h"

#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "protocol/codec/json_text.h"

namespace aplus::scenario {
namespace {

/// Picks one value out of a state while it is described.
class ValueFinder : public StateWriter {
 public:
  explicit ValueFinder(std::string wanted) : wanted_(std::move(wanted)) {}

  std::optional<std::string> const& found() const { return found_; }

  void beginObject(std::string_view key) override { at_.push_back(extended(key)); }
  void endObject() override { at_.pop_back(); }
  void text(std::string_view key, std::string_view value) override {
    if (extended(key) == wanted_) found_ = std::string(value);
  }
  void number(std::string_view key, std::int64_t value) override {
    text(key, fmt::format("{}", value));
  }
  void flag(std::string_view key, bool value) override { text(key, value ? "true" : "false"); }

 private:
  /// The JSON pointer of a member of the object at hand.
  std::string extended(std::string_view key) const {
    std::string pointer = at_.empty() ? "/" : at_.back() + "/";
    for (char const c : key) {
      if (c == '~') pointer += "~0";
      else if (c == '/') pointer += "~1";
      else pointer += c;
    }
    return pointer;
  }

  std::string wanted_;
  std::vector<std::string> at_;
  std::optional<std::string> found_;
};

std::optional<std::string> valueInBody(std::string_view body, std::string const& pointer) {
  auto const json = codec::parseJson(body);
  if (!json) return std::nullopt;
  try {
    auto const& value = json->at(nlohmann::ordered_json::json_pointer(pointer));
    return value.is_string() ? value.get<std::string>() : value.dump();
  } catch (nlohmann::json::exception const&) {
    return std::nullopt;
  }
}

std::optional<std::string> valueInState(Expectation const& expectation,
                                        timeline::Timeline timeline, std::size_t n) {
  timeline.seek(n);
  ValueFinder finder(expectation.at);
  timeline::describe(timeline.world(), expectation.party, finder);
  return finder.found();
}

std::optional<std::string> actual(Expectation const& expectation,
                                  timeline::Timeline const& timeline, std::size_t stepEnd) {
  if (expectation.kind == Expectation::Kind::state) {
    return valueInState(expectation, timeline, stepEnd);
  }
  std::int64_t count = 0;
  std::optional<std::string> last;
  for (std::size_t n = 1; n <= stepEnd; ++n) {
    Envelope const& envelope = timeline.record(n).envelope;
    if (envelope.kind == Kind::fault || !network::matches(expectation.match, envelope)) continue;
    ++count;
    if (expectation.kind == Expectation::Kind::message) {
      last = valueInBody(envelope.message.body, expectation.at);
    }
  }
  return expectation.kind == Expectation::Kind::count ? fmt::format("{}", count) : last;
}

}  // namespace

Check checkExpectation(Expectation const& expectation, timeline::Timeline const& timeline,
                       std::size_t stepEnd) {
  auto const found = actual(expectation, timeline, stepEnd);
  Check check{expectation.step, expectation.text, found == expectation.is};
  if (!check.ok) {
    check.text += fmt::format(" (expected {}, found {})", expectation.is,
                              found ? *found : std::string("nothing"));
  }
  return check;
}

}  // namespace aplus::scenario
