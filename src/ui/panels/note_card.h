#pragma once

#include <string_view>

#include "participants/context.h"
#include "ui/lesson.h"
#include "ui/ui.h"

namespace aplus::ui {

/// A reason with its source: an official page, or the mark that the rule is ours.
void drawNote(Ui const& ui, std::string_view id, Note const& note);

/// What a wallet must do here: the sentence that an integrator is here for.
void drawWalletCard(Ui const& ui, std::string_view id, WalletSentence const& sentence);

/// Where something is written; touched, its address is copied.
void drawSource(Ui const& ui, std::string_view id, std::string_view source);

}  // namespace aplus::ui
