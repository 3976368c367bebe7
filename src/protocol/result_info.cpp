#include "protocol/result_info.h"

#include "base/assert.h"
#include "protocol/result_codes.h"

namespace aplus::protocol {

char letter(ResultStatus status) { return "SFU"[static_cast<int>(status)]; }

ResultInfo makeResult(std::string_view code) {
  ResultCode const* known = findResultCode(code);
  APLUS_ASSERT(known != nullptr);
  return {known->status, std::string(code), std::string(known->message)};
}

ResultInfo makeResult(std::string_view code, std::string message) {
  ResultInfo result = makeResult(code);
  result.resultMessage = std::move(message);
  return result;
}

}  // namespace aplus::protocol
