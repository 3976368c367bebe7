#pragma once

#include <optional>
#include <string>
#include <vector>

#include "participants/envelope.h"

namespace aplus::inspect {

/// One place of two messages: a part of the first line, a header, or a scalar of the body by its path.
struct FieldDiff {
  std::string place;  ///< `URI`, `Request-Time`, `$.order.orderAmount.value`
  std::optional<std::string> left;
  std::optional<std::string> right;

  bool same() const { return left == right; }
  bool operator==(FieldDiff const&) const = default;
};

/// Every place that either message has, in the order in which both have them. Bodies that are no JSON are
/// compared as a whole.
std::vector<FieldDiff> diffFields(Envelope const& left, Envelope const& right);

}  // namespace aplus::inspect
