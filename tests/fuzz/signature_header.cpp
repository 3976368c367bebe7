// The Signature header: the strict reader and the patient one.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "inspect/doctor/header_reader.h"
#include "protocol/signing.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const strict = aplus::protocol::parseSignatureHeader(text);
  if (strict) {
    int const version = strict->keyVersion == 0 ? 1 : strict->keyVersion;
    auto const again = aplus::protocol::parseSignatureHeader(aplus::protocol::formatSignatureHeader(version, strict->signature));
    if (!again || again->signature != strict->signature || again->keyVersion != version) std::abort();
  }
  auto const patient = aplus::inspect::readHeaderPatiently(text, 256);
  if (!strict && patient.complaint.empty()) std::abort();
  return 0;
}
