#include "participants/party.h"

namespace aplus {
namespace {

struct Names {
  std::string_view name;
  std::string_view title;
};

constexpr std::array<Names, 6> kNames{{
    {"user", "User"},
    {"wallet-app", "Wallet app"},
    {"client-sdk", "Client SDK"},
    {"wallet-server", "Wallet server"},
    {"alipayplus", "Alipay+"},
    {"acquirer", "Merchant / ACQP"},
}};

}  // namespace

std::string_view name(Party party) { return kNames[static_cast<std::size_t>(party)].name; }

std::string_view title(Party party) { return kNames[static_cast<std::size_t>(party)].title; }

std::optional<Party> partyByName(std::string_view text) {
  for (Party const party : kParties) {
    if (name(party) == text) return party;
  }
  return std::nullopt;
}

}  // namespace aplus
