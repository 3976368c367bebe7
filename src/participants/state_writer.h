#pragma once

#include <cstdint>
#include <string_view>

#include "base/money.h"

namespace aplus {

/// A participant describes its state to this, for transcripts and the state panel, without knowing
/// who writes it down or how. Private keys are never described.
class StateWriter {
 public:
  virtual ~StateWriter() = default;

  virtual void beginObject(std::string_view key) = 0;
  virtual void endObject() = 0;
  virtual void text(std::string_view key, std::string_view value) = 0;
  virtual void number(std::string_view key, std::int64_t value) = 0;
  virtual void flag(std::string_view key, bool value) = 0;

  void money(std::string_view key, Money const& value) {
    beginObject(key);
    number("amountMinor", value.amountMinor);
    text("currency", value.currency);
    endObject();
  }
};

}  // namespace aplus
