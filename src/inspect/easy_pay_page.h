#pragma once

#include <string>

namespace aplus::inspect {

/// The life of an Easy Pay order as a page to read, in Markdown: docs/protocol/easy-pay-order.md is made of it.
std::string easyPayOrderPage();

}  // namespace aplus::inspect
