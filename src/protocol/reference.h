#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protocol/catalog.h"

// The catalog as pages to read, in Markdown. docs/protocol/ is made of them.
namespace aplus::protocol {

/// `pay-alipayplus-to-wallet`: names an API's page and files.
std::string pageName(Api const& api);

/// `String`, `Integer, 0 to 10`: what a field's row says of its type, in Markdown.
std::string typeText(codec::Field const& field);
/// `required`, `optional`, `required when …`.
std::string presenceText(codec::Field const& field);

/// One typical exchange, as it is to be shown.
struct ReferenceSample {
  std::string request;
  std::string response;
};

std::string indexPage();
std::string resultCodesPage();
std::string apiPage(Api const& api, ReferenceSample const& sample);

}  // namespace aplus::protocol
