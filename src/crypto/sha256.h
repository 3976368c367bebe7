#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace aplus::crypto {

using Sha256Digest = std::array<std::uint8_t, 32>;

Sha256Digest sha256(std::string_view bytes);

/// Lower-case hexadecimal.
std::string toHex(std::string_view bytes);
std::string toHex(Sha256Digest const& digest);

}  // namespace aplus::crypto
