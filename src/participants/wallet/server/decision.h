#pragma once

#include <string>
#include <string_view>

#include "participants/context.h"
#include "protocol/doc_pages.h"
#include "protocol/result_info.h"

namespace aplus::wallet::server {

/// The result with this code, and a note that says why.
protocol::ResultInfo refuse(Context& context, std::string_view code, std::string_view reason,
                            std::string_view source = docs::kAcceptPayment);

/// PARAM_ILLEGAL whose message begins with the JSON path.
protocol::ResultInfo illegal(Context& context, std::string_view path, std::string_view message,
                             std::string_view source = docs::kAcceptPayment);

}  // namespace aplus::wallet::server
