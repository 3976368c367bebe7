#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/api/keepsake.h"
#include "app/api/permalink.h"
#include "app/page.h"
#include "host/web/shell.h"
#include "host/web/web_host.h"
#include "ui/language.h"
#include "ui/ui.h"

namespace aplus::app {
namespace {

/// Joins the panels, the controller and the host.
class Page final : public host::Application {
 public:
  ui::Controller& controller() { return controller_; }

  void start() override { state_.fonts = ui::loadFonts(); }

  double draw(host::Surroundings const& surroundings) override {
    ui::Frame const frame{surroundings.scale,         surroundings.timeMs,
                          surroundings.dark,          surroundings.highContrast,
                          surroundings.reducedMotion, surroundings.coarsePointer};
    scale_ = surroundings.scale;
    examine();
    ui::Intents asked;
    double const wakeIn = ui::draw(controller_.view(), frame, state_, asked);
    controller_.apply(asked);
    grantWishes();
    keep();
    answerRequests();
    return wakeIn;
  }

  /// What the desk cannot do by itself.
  void grantWishes() {
    ui::DeskWishes const wishes = controller_.takeWishes();
    if (wishes.keyPair) host::shell::makeKeyPair();
    if (wishes.clipboard) host::shell::readClipboard();
  }

  /// Where no frame is drawn after a verb, nobody else looks after these.
  void afterVerb() {
    grantWishes();
    keep();
  }

  /// Chosen in the text view, which may be the only one.
  void chooseTheme(std::string_view name) {
    state_.kept.theme = themeCalled(name);
    keep();
    host::requestFrame();
  }

  /// What an earlier visit kept.
  void recall(std::string_view text) {
    state_.kept = parseKeepsake(text);
    kept_ = formatKeepsake(state_.kept, ui::language());
  }

  void addCharacters(std::size_t size) {
    characters_.resize(size);
    host::shell::takeBytes(characters_.data());
    ui::addCharacters(state_.fonts, characters_);
  }

  bool wantsDrag(float x, float y) const override {
    for (ui::Rect const& zone : state_.dragZones) {
      if (zone.contains(x, y)) return true;
    }
    return false;
  }

  bool takeLeaveRequest() override {
    bool const asked = state_.leaveRequested;
    state_.leaveRequested = false;
    return asked;
  }

  bool takePictureRequest() override {
    bool const asked = state_.pictureRequested;
    state_.pictureRequested = false;
    return asked;
  }

  bool takeTextViewRequest() override {
    bool const asked = state_.textViewRequested;
    state_.textViewRequested = false;
    return asked;
  }

  /// How the person has arranged the page, as far as both views know it.
  std::string look() const {
    constexpr std::string_view kThemes[] = {"system", "light", "dark"};
    return nlohmann::json{{"selected", state_.selected},
                          {"desk", state_.deskOpen},
                          {"home", state_.homeOpen},
                          {"playing", state_.playing},
                          {"theme", kThemes[static_cast<std::size_t>(state_.kept.theme)]}}
        .dump();
  }

  /// After a frame, because another run or cursor forgets what was selected.
  void setLook(std::string_view text) {
    host::drawNow();
    auto const look = nlohmann::json::parse(text, nullptr, false);
    if (!look.is_object()) return;
    auto const cursor = controller_.playback() == nullptr ? 0 : controller_.playback()->cursor();
    state_.selected = std::min(look.value("selected", std::size_t{0}), cursor);
    state_.deskOpen = look.value("desk", false);
    state_.homeOpen = look.value("home", false);
    state_.kept.theme = themeCalled(look.value("theme", "system"));
    bool const plays = look.value("playing", false) && controller_.playback() != nullptr;
    if (plays) state_.nextStepAtMs = 0.0;
    state_.playing = plays;
    host::requestFrame();
  }

  /// What a person can touch right now, in CSS pixels.
  std::string items() {
    state_.collectItems = true;
    host::drawNow();
    state_.collectItems = false;
    auto list = nlohmann::json::array();
    for (ui::Item const& item : state_.items) {
      list.push_back({{"id", item.id},
                      {"label", item.label},
                      {"x", item.rect.x / scale_},
                      {"y", item.rect.y / scale_},
                      {"w", item.rect.w / scale_},
                      {"h", item.rect.h / scale_}});
    }
    return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }

 private:
  static ui::ThemeChoice themeCalled(std::string_view name) {
    return name == "light" ? ui::ThemeChoice::light : name == "dark" ? ui::ThemeChoice::dark : ui::ThemeChoice::system;
  }

  void keep() {
    if (controller_.playback() != nullptr && controller_.revision() != keptRevision_) {
      noteProgress(state_.kept, *controller_.playback());
    }
    keptRevision_ = controller_.revision();
    std::string text = formatKeepsake(state_.kept, ui::language());
    if (text == kept_) return;
    kept_ = std::move(text);
    host::shell::remember(kept_.c_str());
  }

  void answerRequests() {
    if (auto const wanted = std::exchange(state_.languageRequested, std::nullopt)) {
      host::shell::chooseLanguage(*wanted == ui::Language::chinese ? "zh" : "en");
    }
    if (std::exchange(state_.continueRequested, false)) {
      auto run = openPermalink(state_.kept.lastLink);
      if (run) controller_.show(std::move(*run));
      else controller_.report(ui::phrase("The last run could not be opened"), run.error());
    }
    if (std::exchange(state_.linkRequested, false) && controller_.playback() != nullptr) {
      if (auto const link = formatPermalink(*controller_.playback())) host::shell::copyLink(link->c_str());
      else controller_.report(ui::phrase("There is no link to this run"), link.error());
    }
  }

  /// A few milliseconds of each frame go to what the desk examines, so that the page stays fluent. Where
  /// drawing itself is slow, a quarter of the time does not make it noticeably slower.
  void examine() {
    using Clock = std::chrono::steady_clock;
    using std::chrono::milliseconds;
    auto const now = Clock::now();
    auto const quarter = std::chrono::duration_cast<milliseconds>((now - lastFrame_) / 4);
    auto const end = now + std::clamp(quarter, milliseconds(6), milliseconds(40));
    lastFrame_ = now;
    while (controller_.work() && Clock::now() < end) {}
  }

  std::chrono::steady_clock::time_point lastFrame_;
  std::string kept_;
  std::uint64_t keptRevision_ = 0;
  std::vector<unsigned char> characters_;  ///< ImGui may read them at any time
  ui::Controller controller_;
  ui::UiState state_;
  float scale_ = 1.0F;
};

Page& page() {
  static Page instance;
  return instance;
}

bool& running() {
  static bool value = false;
  return value;
}

char const* keep(std::string text) {
  static std::string kept;
  kept = std::move(text);
  return kept.c_str();
}

}  // namespace

ui::Controller& pageController() { return page().controller(); }

}  // namespace aplus::app

// What the page's script asks besides the verbs of the JavaScript API. Texts live until the next call.
extern "C" {

int aplus_running() { return aplus::app::running() ? 1 : 0; }

char const* aplus_look() { return aplus::app::keep(aplus::app::page().look()); }

void aplus_set_look(char const* look) { aplus::app::page().setLook(look); }

void aplus_theme(char const* name) { aplus::app::page().chooseTheme(name); }

void aplus_after_verb() { aplus::app::page().afterVerb(); }

/// The only way out for a private key, and only to the person's own clipboard.
int aplus_copy_private_key() {
  auto const& key = aplus::app::page().controller().desk().privateKey();
  if (key) aplus::host::shell::writeClipboard(key->pem().c_str());
  return key ? 1 : 0;
}

double aplus_revision() {
  return static_cast<double>(aplus::app::page().controller().revision());
}

char const* aplus_announcement() {
  return aplus::app::keep(aplus::ui::announcement(aplus::app::page().controller().view()));
}

char const* aplus_items() { return aplus::app::keep(aplus::app::page().items()); }

// What the desk asked the page's script for.
void aplus_key_pair(char const* privatePem) {
  aplus::app::page().controller().changeDesk().keyPairMade(privatePem);
  aplus::host::requestFrame();
}

void aplus_key_pair_failed(char const* sentence) {
  aplus::app::page().controller().changeDesk().keyPairFailed(sentence);
  aplus::host::requestFrame();
}

void aplus_clipboard(char const* text) {
  aplus::app::page().controller().changeDesk().clipboardRead(text);
  aplus::host::requestFrame();
}

void aplus_recall(char const* text) { aplus::app::page().recall(text); }

/// The characters of a language are ready in the page's script.
void aplus_font(int size) { aplus::app::page().addCharacters(static_cast<std::size_t>(size)); }

/// False when the catalogue cannot be read; then the language stays as it is.
int aplus_language(char const* name, char const* catalogue) {
  auto read = aplus::app::parseCatalogue(catalogue);
  if (!read) return 0;
  bool const chinese = std::string_view(name) == "zh";
  aplus::ui::speak(chinese ? aplus::ui::Language::chinese : aplus::ui::Language::english, std::move(*read));
  aplus::host::requestFrame();
  return 1;
}

void aplus_clipboard_refused(char const* sentence) {
  aplus::app::page().controller().changeDesk().clipboardRefused(sentence);
  aplus::host::requestFrame();
}

}  // extern "C"

int main() {
  aplus::app::running() = aplus::host::run(aplus::app::page());
  return 0;
}
