#pragma once

#include <vector>

#include "base/check.h"
#include "timeline/timeline.h"

namespace aplus::invariants {

/// What must hold in every run, whatever happens in it. Each says what it found when it does not.

/// The sum of all balances of the wallet's ledger never changes, they are what the movements made of
/// them, and no user owes money.
Check moneyIsConserved(timeline::Timeline const& run);

/// All final answers of the wallet to pay for one paymentRequestId are the same.
Check oneFinalAnswerPerPayment(timeline::Timeline const& run);

/// Money only moves because of a message whose signature was verified, and once per payment,
/// cancellation and refund.
Check debitsAreSignedAndSingle(timeline::Timeline const& run);

/// A payment that was not made moved nothing; one that was cancelled moved nothing in the end; of the
/// others no more was refunded than paid, and Alipay+ is owed the rest.
Check paymentsAddUp(timeline::Timeline const& run);

/// The money of an Easy Pay order moves only because of a pay that brought the password of just this order.
Check passwordsGoFirst(timeline::Timeline const& run);

/// Every signed request that was delivered was answered, unless the network lost something.
Check requestsAreAnswered(timeline::Timeline const& run);

/// Whoever asked for money to be moved and got no answer asked again, in one way or another, or is about to.
Check silenceIsFollowedUp(timeline::Timeline const& run);

/// Nothing is left unknown without an alarm that will ask for it.
Check unknownHasAnAlarm(timeline::Timeline const& run);

/// What is final for the acquirer is the same for Alipay+.
Check acquirerAgrees(timeline::Timeline const& run);

/// The acquirer's ledger holds each paid order less what was refunded of it, nothing of a cancelled one, and every
/// movement was told of by a message whose signature was verified.
Check acquirerBooksAddUp(timeline::Timeline const& run);

/// Of every payment whose end is known the three books say the same: what the wallet owes Alipay+, what Alipay+ has
/// as paid and refunded, and what the acquirer owes the merchant.
Check allSidesAgree(timeline::Timeline const& run);

/// All of them, over the run up to its cursor.
std::vector<Check> checkAll(timeline::Timeline const& run);

}  // namespace aplus::invariants
