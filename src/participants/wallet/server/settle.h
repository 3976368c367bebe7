#pragma once

#include "participants/wallet/server/wallet_server.h"

namespace aplus::wallet::server {

// How a payment moves money: all of it in the ledger, each movement tied to the message behind it.

/// The account whose books a payment touches. Asserts that there is one.
std::string const& ledgerAccountOf(State const& state, Payment const& payment);

/// The wallet's own fee on top of payToAmount.
Money feeFor(State const& state, Money const& payToAmount);

/// Takes payToAmount and fee from the user and gives the cashback. Error when an amount does not fit.
Result<void> takePayment(State& state, Payment& payment);

/// Gives back all that is left of a payment, fee and cashback included.
void undoPayment(State& state, Payment& payment, SequenceNo cause);

/// Gives back a part. Fee and cashback go back in proportion, so that the last refund of many
/// returns exactly what is left of them. Sandbox choice: the documents know neither.
void giveBack(State& state, Payment& payment, Refund const& refund, SequenceNo cause);

}  // namespace aplus::wallet::server
