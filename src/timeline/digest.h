#pragma once

#include "timeline/step_record.h"

namespace aplus::timeline {

/// The digest of a step and all before it: SHA-256 of the previous digest and every byte of the
/// record, each text with its length before it.
crypto::Sha256Digest digestAfter(crypto::Sha256Digest const& previous, StepRecord const& record);

}  // namespace aplus::timeline
