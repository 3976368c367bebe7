#include "scenario/sandbox_codes.h"
#include "scenario/sandbox_keys.h"
#include "scenario/scenario.h"

#include "base/assert.h"
#include "participants/wallet/own_api.h"
#include "protocol/catalog.h"

namespace aplus::scenario {
namespace {

using protocol::Role;

// Who takes part in the sandbox. Sandbox choice: the ids are ours, shaped like the published ones.
constexpr std::string_view kPspId = "1022172000000000001";
constexpr std::string_view kAcquirerId = "1022188000000000002";
constexpr std::string_view kLoginId = "82-1012344321";
constexpr std::string_view kDeviceTokenId = "sandbox-phone-1";
constexpr std::string_view kIssuerPrefix = "281006";
constexpr std::string_view kWalletName = "WALLET_KR";
constexpr std::string_view kWalletBrandName = "Wallet Korea";

constexpr UtcOffset kKoreaTime{540};
constexpr UtcOffset kJapanTime{540};

Endpoint endpoint(Party self, Party peer, UtcOffset zone) {
  SandboxKey const& theirs = sandboxKey(peer, self);
  protocol::KeyRing trusted;
  trusted[theirs.signing.clientId].emplace(
      theirs.signing.keyVersion,
      protocol::TrustedKey{std::string(theirs.owner), theirs.signing.key.publicKey()});
  return {self, peer, sandboxKey(self, peer).signing, std::move(trusted), zone};
}

/// The acquirer's own: both environments are reached at the same address, and somebody may mix them up.
void mixUpEnvironments(Setup const& setup, timeline::World& world) {
  SandboxKey const& production = sandboxKey(Party::acquirer, Party::alipayplus, Environment::production);
  protocol::SigningKey& own = world.acquirer.endpoint->signingKey;
  switch (setup.acquirer.mixUp) {
    case AcquirerSetup::MixUp::none: break;
    case AcquirerSetup::MixUp::productionKey: own.key = production.signing.key; break;
    case AcquirerSetup::MixUp::productionClientId: own.clientId = production.signing.clientId; break;
  }
  world.alipayplus.acquirerEndpoint->trustedKeys[production.signing.clientId].emplace(
      production.signing.keyVersion,
      protocol::TrustedKey{std::string(production.owner), production.signing.key.publicKey()});
}

CustomerId customerOf(Setup const& setup) {
  CustomerId const& wanted = setup.wallet.account.customerId;
  return wanted.empty() ? CustomerId{std::string(kDefaultCustomerId)} : wanted;
}

void openAccount(wallet::server::State& server, wallet::server::Account account, Money const& balance) {
  account.appToken = wallet::appTokenOf(account.customerId);
  account.ledgerAccount = "user:" + account.customerId.value;
  server.ledger.open(account.ledgerAccount, balance);
  server.accounts[account.customerId] = std::move(account);
}

std::string loginIdOf(Setup const& setup) {
  std::string const& wanted = setup.wallet.account.loginId;
  return wanted.empty() ? std::string(kLoginId) : wanted;
}

wallet::server::State makeWalletServer(Setup const& setup) {
  wallet::server::State server;
  server.pspId = PspId{std::string(kPspId)};
  server.issuer = std::string(kIssuerPrefix);
  server.currency = setup.wallet.currency;
  server.quoteScaling = setup.quoteScaling;
  server.lifetimes = setup.wallet.lifetimes;
  server.conduct = setup.wallet.conduct;
  server.endpoint = endpoint(Party::walletServer, Party::alipayplus, kKoreaTime);
  server.lastDecisionAt = setup.clock;
  wallet::server::Account account = setup.wallet.account;
  account.customerId = customerOf(setup);
  account.loginId = loginIdOf(setup);
  openAccount(server, std::move(account), setup.wallet.balance);
  for (OtherAccount const& other : setup.wallet.others) {
    APLUS_ASSERT(!server.accounts.contains(other.account.customerId));
    openAccount(server, other.account, other.balance);
  }
  for (std::string_view const own : {wallet::server::kSettlementAccount, wallet::server::kFeeAccount,
                                     wallet::server::kPromotionAccount}) {
    server.ledger.open(std::string(own), Money{0, setup.wallet.currency});
  }
  return server;
}

alipayplus::State makeAlipayplus(Setup const& setup) {
  alipayplus::State state;
  state.wallet.pspId = PspId{std::string(kPspId)};
  state.wallet.currency = setup.wallet.currency;
  state.wallet.issuerPrefix = std::string(kIssuerPrefix);
  state.wallet.walletName = std::string(kWalletName);
  state.wallet.walletBrandName = std::string(kWalletBrandName);
  for (protocol::Api const& api : protocol::catalog()) {
    bool const ofTheWallet = api.caller == Role::alipayplus && api.callee == Role::wallet;
    if (ofTheWallet) state.wallet.uris[std::string(api.name)] = std::string(api.path);
  }
  state.walletEndpoint = endpoint(Party::alipayplus, Party::walletServer, kChinaTime);
  state.acquirerEndpoint = endpoint(Party::alipayplus, Party::acquirer, kChinaTime);
  state.acquirerId = AcquirerId{std::string(kAcquirerId)};
  state.quotes = setup.quotes;
  state.quoteScaling = setup.quoteScaling;
  state.promotions = setup.promotions;
  state.surcharge = setup.surcharge;
  state.lifetimes = setup.alipayplus.lifetimes;
  state.cashierErrors = setup.alipayplus.cashierErrors;
  state.codeEnding = setup.alipayplus.paymentCodeEnding;
  state.responseTimeoutMs = setup.alipayplus.responseTimeoutMs;
  return state;
}

alipayplus::MerchantPresented makePresented(Setup const& setup) {
  alipayplus::MerchantPresented presented;
  presented.limits = setup.merchantPresented.limits;
  presented.overLimitIsSuccess = setup.merchantPresented.overLimitIsSuccess;
  presented.individuals = setup.merchantPresented.individuals;
  presented.earlier = setup.merchantPresented.earlier;
  for (alipayplus::EarlierPayment& payment : presented.earlier) {
    if (payment.customerId.empty()) payment.customerId = customerOf(setup);
  }
  presented.codeRules = sandboxCodeRules();
  presented.codeRulesVersion = std::string(kCodeRulesVersion);
  return presented;
}

void makeEasyPay(EasyPaySetup const& setup, timeline::World& world) {
  world.walletServer.easyPay.otpRules = setup.otpRules;
  world.alipayplus.easyPay.mistake = setup.mistake;
  world.alipayplus.easyPay.authNotify = setup.authNotify;
  world.alipayplus.easyPay.paymentMs = setup.paymentMs;
  world.alipayplus.easyPay.resendAfterMs = setup.otpRules.resendAfterMs;
  world.acquirer.webShop.asksForLoginId = setup.shopAsksForLoginId;
  world.acquirer.webShop.passThroughInfo = setup.passThroughInfo;
  world.acquirer.webShop.scopes = setup.scopes;
}

}  // namespace

timeline::World makeWorld(Scenario const& scenario, std::uint64_t seed) {
  Setup const& setup = scenario.setup;
  timeline::World world;
  world.now = setup.clock;
  Rng seeds(seed);
  world.ids = Rng(seeds.next());
  world.network.rng = Rng(seeds.next());
  world.network.faults = setup.faults;
  world.walletApp.customerId = customerOf(setup);
  world.walletApp.appToken = wallet::appTokenOf(world.walletApp.customerId);
  world.walletApp.region = setup.region;
  world.walletApp.clientId = sandboxKey(Party::walletServer, Party::alipayplus).signing.clientId;
  world.walletApp.deviceTokenId = std::string(kDeviceTokenId);
  world.walletApp.integration = setup.wallet.integration;
  world.walletApp.codeQuantity = setup.wallet.codeQuantity;
  world.walletApp.callsInit = setup.wallet.callsInit;
  world.user.ownLoginId = loginIdOf(setup);
  world.walletServer = makeWalletServer(setup);
  world.walletServer.merchantPresented.actionForm = setup.merchantPresented.actionForm;
  world.alipayplus = makeAlipayplus(setup);
  world.alipayplus.merchantPresented = makePresented(setup);
  world.acquirer.acquirerId = AcquirerId{std::string(kAcquirerId)};
  world.acquirer.endpoint = endpoint(Party::acquirer, Party::alipayplus, kJapanTime);
  world.acquirer.merchant = setup.merchant;
  mixUpEnvironments(setup, world);
  world.acquirer.mistakes = setup.acquirer.mistakes;
  world.acquirer.webShop.cashierExpiryMs = setup.acquirer.cashierExpiryMs;
  world.acquirer.presented.entryUrl = std::string(kEntryUrl);
  world.acquirer.presented.privateDomain = std::string(kPrivateDomain);
  world.acquirer.presented.privateIssuer = std::string(kPrivateIssuer);
  makeEasyPay(setup.easyPay, world);
  return world;
}

}  // namespace aplus::scenario
