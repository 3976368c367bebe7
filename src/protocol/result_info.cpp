#include "protocol/result_info.h"

#include "base/assert.h"
#include "protocol/result_codes.h"

namespace aplus::protocol {
namespace {

constexpr std::size_t kMaxMessageBytes = 256;
constexpr std::string_view kCut = "...";

/// The field takes 256 characters; what is cut off is marked. Cuts between characters of UTF-8.
std::string shortened(std::string text) {
  if (text.size() <= kMaxMessageBytes) return text;
  std::size_t end = kMaxMessageBytes - kCut.size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end).append(kCut);
}

}  // namespace

char letter(ResultStatus status) { return "SFU"[static_cast<int>(status)]; }

ResultInfo makeResult(std::string_view code) {
  ResultCode const* known = findResultCode(code);
  APLUS_ASSERT(known != nullptr);
  return {known->status, std::string(code), std::string(known->message)};
}

ResultInfo makeResult(std::string_view code, std::string message) {
  ResultInfo result = makeResult(code);
  result.resultMessage = shortened(std::move(message));
  return result;
}

}  // namespace aplus::protocol
