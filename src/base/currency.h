#pragma once

#include <optional>
#include <string_view>

namespace aplus {

/// The exponent of a currency: how many digits its minor unit has after the decimal point (JPY 0,
/// USD 2, KWD 3). Nothing for a text that is no currency in which one can pay.
/// Source: ISO 4217, list one, as published on 2024-06-25 (codes without a minor unit, such as XAU
/// and XXX, are left out).
std::optional<int> minorUnits(std::string_view currency);

}  // namespace aplus
