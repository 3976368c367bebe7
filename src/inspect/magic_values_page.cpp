#include "inspect/magic_values_page.h"

#include <fmt/format.h>

#include "participants/wallet/server/magic_values.h"

namespace aplus::inspect {
namespace {

using wallet::server::MagicBy;
using wallet::server::MagicValue;

struct Section {
  MagicBy by;
  std::string_view title;
  std::string_view text;
};

constexpr Section kSections[] = {
    {MagicBy::amount, "By amount",
     "`paymentAmount.value`, the shop's price in minor units, whatever the currency."},
    {MagicBy::code, "By payment code",
     "The last six digits of `paymentMethod.paymentMethodId`; a scenario has all its codes end so with "
     "`alipayplus.paymentCodeEnding`."},
    {MagicBy::user, "By user",
     "`paymentMethod.customerId`; a scenario sets it with `wallet.customerId`."},
};

}  // namespace

std::string magicValuesPage() {
  std::string page =
      "<!-- Made from the table in src/participants/wallet/server/magic_values.cpp by "
      "tests/participants/magic_values_test.cpp; do not edit. -->\n\n"
      "# Magic values\n\n"
      "Inputs that force an outcome of `pay`, for demonstrations. The documents know none of them: they are a "
      "sandbox choice, and every step that follows one says so. A wallet knows them only in a world with "
      "`\"magicValues\": true` in `wallet`. The page lists them too: the button \"Magic values\" at the till.\n\n"
      "The request must be in order, otherwise it is `PARAM_ILLEGAL` as ever; balance, limits and status are "
      "not looked at. `PAYMENT_IN_PROCESS` and `UNKNOWN_EXCEPTION` are no final answers: what comes of them "
      "is decided half a minute later by the account, as `wallet.processing` says. After "
      "an answer that says that the request was not looked into the wallet knows nothing of the payment.\n";
  for (Section const& section : kSections) {
    page += fmt::format("\n## {}\n\n{}\n\n| value | result code | meaning |\n|---|---|---|\n", section.title,
                        section.text);
    for (MagicValue const& value : wallet::server::magicValues()) {
      if (value.by == section.by) {
        page += fmt::format("| `{}` | `{}` | {} |\n", value.value, value.code, value.meaning);
      }
    }
  }
  return page;
}

}  // namespace aplus::inspect
