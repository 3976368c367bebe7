#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <imgui.h>

#include "participants/party.h"
#include "scenario/scenario.h"
#include "ui/finder.h"
#include "ui/language.h"
#include "ui/theme.h"

namespace aplus::ui {

enum class Panel { guide, lanes, phones, inspector };
enum class InspectorTab { message, signature, why, state, diff, provenance };
enum class BodyView { pretty, bytes, hex };
enum class DiffView { fields, bytes };
enum class ThemeChoice { system, light, dark };
/// How strongly things stand out.
enum class Contrast { system, high };
/// The parts of the signing desk, where only some fit side by side.
enum class DeskTab { message, keys, check };
enum class Dialog { none, scenarios, keys, branches, settings, commands, search, magicValues };

struct Rect {
  float x = 0.0F, y = 0.0F, w = 0.0F, h = 0.0F;

  ImVec2 min() const { return {x, y}; }
  ImVec2 max() const { return {x + w, y + h}; }
  ImVec2 size() const { return {w, h}; }
  bool contains(float px, float py) const {
    return px >= x && py >= y && px < x + w && py < y + h;
  }
  bool empty() const { return w <= 0.0F || h <= 0.0F; }
};

/// Where something that a person can touch is, for tests that click what a person clicks.
struct Item {
  std::string id;
  std::string label;
  Rect rect;
};

/// What is selected in a text that is shown, by byte offsets.
struct TextSelection {
  ImGuiID owner = 0;
  std::size_t anchor = 0;
  std::size_t caret = 0;
};

/// How high the parts of a script are drawn when they are not the current one: measuring thousands of
/// texts in every frame would be a waste.
struct ScriptHeights {
  std::uint64_t run = 0;
  float width = 0.0F;
  float scale = 0.0F;
  Language language = Language::english;
  std::vector<float> heights;
};

/// A value that was touched in a message or a state: it is explained, copied, followed.
struct PickedValue {
  std::size_t step = 0;
  InspectorTab tab = InspectorTab::message;
  std::string place;  ///< `$.order.orderId`, `header Client-Id`, the path of a state
  std::string value;
  std::string before;  ///< what a state had there, when the step changed it

  bool operator==(PickedValue const&) const = default;
};

/// What the person has chosen in the inspector.
struct InspectorChoices {
  std::optional<PickedValue> picked;
  std::string traced;           ///< the value whose provenance is shown; empty for none
  std::size_t comparedWith = 0; ///< another step; 0 for the message's own answer or question
  bool choosing = false;        ///< the next message that is touched is the one to compare with
  DiffView diffView = DiffView::fields;
  bool onlyDifferences = true;
  bool onlyChanges = false;     ///< of states
  std::set<std::string> folded; ///< objects of states, by party and path
};

/// How the person looks at the messages.
struct LaneChoices {
  int zoom = 2;           ///< 0 is the densest
  std::uint8_t only = 0;  ///< one bit per party: only messages of these; 0 shows all
};
inline constexpr int kMostLaneZoom = 3;

/// What is kept for the next visit: how the page looks, and how far the person came. No keys, no messages.
struct Keepsake {
  ThemeChoice theme = ThemeChoice::system;
  Contrast contrast = Contrast::system;
  std::string lastLink;   ///< the fragment that opens the run where it was left; empty for none
  std::string lastTitle;  ///< of its scenario
  std::size_t lastStep = 0;
  std::size_t lastLength = 0;
  std::set<std::string> finished;              ///< scenarios that were watched to their end
  std::map<std::string, std::size_t> answers;  ///< to the questions of lessons, by scenario

  bool operator==(Keepsake const&) const = default;
};

class Findings;
class LaneView;
class TimelineView;

/// How the person has arranged the page, and what lives from frame to frame. It is no part of the
/// run: throwing it away loses nothing but comfort.
struct UiState {
  // chosen by the person
  Panel panel = Panel::lanes;  ///< the one that is shown where only one fits
  InspectorTab inspectorTab = InspectorTab::message;
  bool inspectorTall = false;  ///< it has the phones' room as well, where they stand above it
  BodyView bodyView = BodyView::pretty;
  Keepsake kept;
  bool homeOpen = false;  ///< the start page stands in place of the run
  std::optional<scenario::Flow> flow;  ///< the only one that the list of scenarios shows
  std::set<std::string> skipped;  ///< questions that are not wanted, by scenario
  Finder finder;
  Party stateParty = Party::walletServer;
  InspectorChoices inspector;
  LaneChoices lanes;
  std::set<std::size_t> breakpoints;     ///< steps at which playing stops
  std::vector<std::size_t> searchHits;   ///< steps that a search found, in order
  Dialog dialog = Dialog::none;
  std::size_t selected = 0;  ///< a step that is looked at; 0 follows the cursor
  bool playing = false;
  bool playWhenOpened = false;  ///< the run that comes next plays by itself
  std::map<std::string, std::string> fields;  ///< what was typed, by field
  bool deskOpen = false;  ///< the signing desk stands in place of the run
  DeskTab deskTab = DeskTab::message;
  bool deskAddsKey = false;  ///< the form for another public key is open
  bool deskFields = false;  ///< the message in fields rather than pasted as a whole

  // carried between frames
  Fonts fonts;
  TextSelection selection;
  std::string editing;    ///< the editor that has the keys; empty for none
  int editingFrames = 0;  ///< since it has them
  std::uint64_t seenArrivals = 0;  ///< of messages on the desk
  std::size_t seenDeskKeys = 0;
  double nextStepAtMs = 0.0;
  std::string toast;
  double toastUntilMs = 0.0;
  bool toastUndo = false;  ///< it offers to take back what it tells of
  bool continueRequested = false;  ///< the run of the last visit is to be opened
  bool linkRequested = false;  ///< a link to this step is to be copied
  std::size_t seenBranches = 0;
  std::string seenSms;      ///< the short message that is on the phone
  double smsSinceMs = 0.0;  ///< when it came into view
  double wakeInMs = -1.0;
  bool leaveRequested = false;
  bool textViewRequested = false;
  bool pictureRequested = false;  ///< a picture of a code is to be read
  std::optional<Language> languageRequested;  ///< whoever surrounds the page brings its catalogue
  bool collectItems = false;
  std::vector<Item> items;
  std::vector<Rect> dragZones;
  std::uint64_t seenRevision = 0;
  std::uint64_t seenRun = 0;
  std::size_t seenCursor = 0;
  bool scrollToCursor = false;
  bool scrollGuide = false;
  std::shared_ptr<Findings> findings;  ///< what was worked out for the step that is looked at
  std::shared_ptr<LaneView> laneView;  ///< where the rows of the messages are
  std::shared_ptr<TimelineView> timelineView;
  ScriptHeights scriptHeights;
};

}  // namespace aplus::ui
