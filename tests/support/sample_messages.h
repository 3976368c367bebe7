#pragma once

#include <string>
#include <vector>

#include "protocol/catalog.h"

namespace aplus::test {

/// One typical exchange of an API, as its two bodies stand on the wire.
struct SampleExchange {
  protocol::Api const* api;
  std::string request;
  std::string response;
};

/// One for every API of the catalog, in its order.
std::vector<SampleExchange> sampleMessages();

}  // namespace aplus::test
