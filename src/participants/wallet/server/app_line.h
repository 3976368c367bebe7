#pragma once

#include <string>

#include "participants/context.h"

namespace aplus::wallet::server {

// The line to the wallet's own app, which is not signed.

void answerApp(Context& context, Envelope const& request, std::string body, DocStep docStep);
void pushToApp(Context& context, std::string name, std::string body, DocStep docStep);

}  // namespace aplus::wallet::server
