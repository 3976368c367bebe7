#include "protocol/codes/emv_code.h"

#include <cstdint>

#include <fmt/format.h>

#include "base/assert.h"
#include "protocol/codes/explained_code.h"

namespace aplus::protocol {
namespace {

auto no(std::string why) { return fail("INVALID_CODE", "", std::move(why)); }

/// CRC-16 with polynomial 1021 and initial value FFFF, as four upper-case hexadecimal digits.
std::string checksum(std::string_view text) {
  std::uint32_t crc = 0xFFFF;
  for (char const c : text) {
    crc ^= std::uint32_t(static_cast<unsigned char>(c)) << 8U;
    for (int bit = 0; bit < 8; ++bit) {
      bool const carry = (crc & 0x8000U) != 0;
      crc = ((crc << 1U) ^ (carry ? 0x1021U : 0U)) & 0xFFFFU;
    }
  }
  return fmt::format("{:04X}", crc);
}

}  // namespace

Result<std::vector<EmvEntry>> parseEmvEntries(std::string_view text) {
  std::vector<EmvEntry> entries;
  while (!text.empty()) {
    if (text.size() < 4 || !isDigits(text.substr(0, 4))) return no("An entry begins with two digits of id and two of length");
    std::size_t const length = std::size_t(text[2] - '0') * 10 + std::size_t(text[3] - '0');
    if (text.size() < 4 + length) return no(fmt::format("Entry {} is longer than the code", text.substr(0, 2)));
    entries.push_back({std::string(text.substr(0, 2)), std::string(text.substr(4, length))});
    text.remove_prefix(4 + length);
  }
  return entries;
}

Result<std::vector<EmvEntry>> parseEmvCode(std::string_view text) {
  if (text.substr(0, 6) != "000201") return no("An EMVCo code begins with 000201");
  auto entries = parseEmvEntries(text);
  if (!entries) return entries;
  EmvEntry const& last = entries->back();
  if (last.id != kEmvChecksum || last.value != checksum(text.substr(0, text.size() - 4))) {
    return no("The checksum at the end is missing or wrong");
  }
  return entries;
}

std::string const* findEmv(std::vector<EmvEntry> const& entries, std::string_view id) {
  for (EmvEntry const& entry : entries) {
    if (entry.id == id) return &entry.value;
  }
  return nullptr;
}

std::string makeEmvEntries(std::vector<EmvEntry> const& entries) {
  std::string text;
  for (EmvEntry const& entry : entries) {
    APLUS_ASSERT(entry.id.size() == 2 && entry.value.size() <= 99);
    text += fmt::format("{}{:02}{}", entry.id, entry.value.size(), entry.value);
  }
  return text;
}

std::string makeEmvCode(std::vector<EmvEntry> const& entries) {
  std::string const text = makeEmvEntries(entries) + std::string(kEmvChecksum) + "04";
  return text + checksum(text);
}

}  // namespace aplus::protocol
