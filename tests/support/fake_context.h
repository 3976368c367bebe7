#pragma once

#include <string>
#include <vector>

#include "participants/context.h"

namespace aplus::test {

/// A door that leads nowhere: what a participant sends and notes is kept for the test to look at.
class FakeContext : public Context {
 public:
  SimTime now() const override { return time; }
  std::string newDigits(int count) override { return std::string(std::size_t(count), nextDigit()); }
  std::string newAlphanumeric(int count) override { return newDigits(count); }
  SequenceNo send(Envelope envelope) override {
    envelope.id = ++lastId;
    sent.push_back(std::move(envelope));
    return lastId;
  }
  SequenceNo startTimer(std::int64_t delayMs, std::string name, std::string subject) override {
    timers.push_back({time + delayMs, {++lastId, Party::user, std::move(name), std::move(subject)}});
    return lastId;
  }
  void cancelTimer(SequenceNo timer) override {
    std::erase_if(timers, [&](Pending const& pending) { return pending.timer.id == timer; });
  }
  void note(std::string text, std::string_view source) override {
    notes.push_back(std::move(text));
    sources.emplace_back(source);
  }
  void signatureChecked(protocol::SignatureCheck check) override { checks.push_back(check); }

  /// A timer that was started and neither ran out nor was cancelled. Nobody wakes anybody by itself.
  struct Pending {
    SimTime due;
    Timer timer;
  };

  SimTime time{1736902800000};
  SequenceNo lastId = 1000;
  std::vector<Envelope> sent;
  std::vector<Pending> timers;
  std::vector<std::string> notes;
  std::vector<std::string> sources;  ///< of the notes, in the same order
  std::vector<protocol::SignatureCheck> checks;

 private:
  char nextDigit() {
    digit_ = digit_ == '9' ? '1' : char(digit_ + 1);
    return digit_;
  }

  char digit_ = '0';
};

}  // namespace aplus::test
