#include "participants/wallet/server/decision.h"

#include <fmt/format.h>

namespace aplus::wallet::server {

protocol::ResultInfo refuse(Context& context, std::string_view code, std::string_view reason,
                            std::string_view source) {
  context.note(fmt::format("{}: {}", code, reason), source);
  return protocol::makeResult(code);
}

protocol::ResultInfo illegal(Context& context, std::string_view path, std::string_view message,
                             std::string_view source) {
  std::string reason = fmt::format("{} {}", path, message);
  context.note("PARAM_ILLEGAL: " + reason, source);
  return protocol::makeResult("PARAM_ILLEGAL", std::move(reason));
}

}  // namespace aplus::wallet::server
