#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aplus::inspect {

/// The Signature header read with more patience than a receiver has, to find out what went wrong with it.
struct HeaderReading {
  /// What had to be mended, by id, and the words that complete its sentence.
  struct Repair {
    std::string id;
    std::string detail;
  };

  std::vector<Repair> repairs;
  std::optional<std::string> signature;  ///< raw bytes, when any could be read
  int keyVersion = 0;                    ///< 0: not named
  std::string complaint;                 ///< the strict reader's sentence; empty when it is content
};

/// `signatureSize` is the length that the expected key makes; it decides between readings.
HeaderReading readHeaderPatiently(std::string_view value, std::size_t signatureSize);

}  // namespace aplus::inspect
