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
  SequenceNo startTimer(std::int64_t, std::string, std::string) override { return ++lastId; }
  void cancelTimer(SequenceNo) override {}
  void note(std::string text, std::string_view) override { notes.push_back(std::move(text)); }
  void signatureChecked(protocol::SignatureCheck check) override { checks.push_back(check); }

  SimTime time{1736902800000};
  SequenceNo lastId = 1000;
  std::vector<Envelope> sent;
  std::vector<std::string> notes;
  std::vector<protocol::SignatureCheck> checks;

 private:
  char nextDigit() {
    digit_ = digit_ == '9' ? '1' : char(digit_ + 1);
    return digit_;
  }

  char digit_ = '0';
};

}  // namespace aplus::test
