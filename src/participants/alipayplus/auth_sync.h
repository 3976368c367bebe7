#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

/// Tells the acquirer that an authorization was made or has ended, again and again until it is received.
void tellOfAgreement(State& state, AccessToken const& acquirerToken, std::string_view type, DocStep docStep,
                     Context& context);

}  // namespace aplus::alipayplus
