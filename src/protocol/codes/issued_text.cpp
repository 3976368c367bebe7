#include "protocol/codes/issued_text.h"

#include "protocol/codes/explained_code.h"

namespace aplus::protocol {

bool isIssuer(std::string_view text) {
  return text.size() == kIssuerDigits && isDigits(text) &&
         text.substr(0, kIssuerStart.size()) == kIssuerStart;
}

bool isOfType(std::string_view text, std::string_view type) {
  return text.size() >= kIssuerDigits + kTypeDigits && isIssuer(text.substr(0, kIssuerDigits)) &&
         text.substr(kIssuerDigits, kTypeDigits) == type;
}

}  // namespace aplus::protocol
