#pragma once

#include <imgui.h>

#include "participants/party.h"

namespace aplus::ui {

/// Icons are drawn, not written: they are crisp at any size and need no font.
enum class Icon {
  none, play, pause, stepForward, stepBack, toStart, toEnd, check, cross, lock, lockOpen, clock,
  copy, keys, sun, moon, auto_, chevronDown, chevronUp, close, branch, tap, warning, guide, lanes, phone,
  inspector, list, refresh, scan, back,
  plus, minus, pencil, breakpoint,
  home, search, settings, undo, link, coins, gauge, message, bag, shop, arrow, lesson,
};

void drawIcon(ImDrawList& list, Icon icon, ImVec2 center, float size, ImU32 color);

/// The mark of a participant: colours are never the only difference.
void drawPartyGlyph(ImDrawList& list, Party party, ImVec2 center, float size, ImU32 color);

}  // namespace aplus::ui
