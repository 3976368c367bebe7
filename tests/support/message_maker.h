#pragma once

#include <nlohmann/json.hpp>

#include "base/rng.h"
#include "protocol/codec/field.h"

namespace aplus::test {

// Makes messages out of the tables alone, as they would stand on the wire.

enum class Extent {
  everything,  ///< every field that the table has, arrays with one element
  some,        ///< what is required, and of the rest what chance brings
};

nlohmann::ordered_json makeMessage(codec::Fields fields, Rng& rng, Extent extent);

/// A value that the field accepts.
nlohmann::ordered_json makeValue(codec::Field const& field, Rng& rng, Extent extent);

}  // namespace aplus::test
