#include "inspect/easy_pay_page.h"

#include <fmt/format.h>

#include "participants/wallet/server/easy_pay_order.h"

namespace aplus::inspect {
namespace {

using namespace wallet::server;

std::string mermaidName(OrderPhase phase) {
  return phase == OrderPhase::none ? std::string("[*]") : std::string(name(phase));
}

}  // namespace

std::string easyPayOrderPage() {
  std::string page =
      "<!-- Made from the table in src/participants/wallet/server/easy_pay_order.cpp by "
      "tests/participants/easy_pay_test.cpp; do not edit. -->\n\n"
      "# The life of an Easy Pay order\n\n"
      "What may happen to an order at the wallet, and what `pay` answers then. The wallet of the playground goes by the same "
      "table; what is not in it cannot happen.\n\n"
      "Source: <https://docs.alipayplus.com/alipayplus/alipayplus/easy_pay/integration_guide>\n\n"
      "```mermaid\nstateDiagram-v2\n";
  for (OrderTransition const& row : orderTransitions()) {
    page += fmt::format("  {} --> {}: {}{}\n", mermaidName(row.from), mermaidName(row.to), name(row.event),
                        row.answer.empty() ? "" : fmt::format(" / {}", row.answer));
  }
  for (OrderPhase const phase : {OrderPhase::paid, OrderPhase::failed, OrderPhase::closed}) {
    page += fmt::format("  {} --> [*]\n", name(phase));
  }
  page += "```\n\n| in | happens | then | pay answers | why |\n|---|---|---|---|---|\n";
  for (OrderTransition const& row : orderTransitions()) {
    page += fmt::format("| {} | `{}` | {} | {} | {} |\n", name(row.from), name(row.event), name(row.to),
                        row.answer.empty() ? "–" : std::string(row.answer), row.meaning);
  }
  page +=
      "\nThe first call of `pay` only evaluates: it has a `paymentRequestId` of its own and makes no order. A repeated "
      "second or third call gets the answer that the order gave before, and changes nothing.\n";
  return page;
}

}  // namespace aplus::inspect
