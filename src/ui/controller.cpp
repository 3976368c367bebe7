#include "ui/controller.h"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

#include "scenario/scenario.h"
#include "ui/language.h"

namespace aplus::ui {
namespace {

constexpr char const* kNotOpened = phrase("The lesson was not opened");
constexpr char const* kNotDone = phrase("That is not possible now");

Error noScenario() {
  return {"NO_SCENARIO", "", std::string(tr("No scenario is open; load one first, for example \"upm-pay\"."))};
}

void act(Desk& desk, intent::DeskAct wanted) {
  using enum intent::DeskAct;
  switch (wanted) {
    case readPasted: return desk.readPasted();
    case example: return desk.takeExample();
    case clear: return desk.clear();
    case addKey: return desk.addKey();
    case usePrivateKey: return desk.usePrivateKey();
    case forgetPrivateKey: return desk.forgetPrivateKey();
    case makeKeyPair: return desk.makeKeyPair();
    case verify: return desk.verify();
    case sign: return desk.sign();
    case diagnose: return desk.diagnose();
    case cancel: return desk.cancel();
    case undoTamper: return desk.undoTamper();
  }
}

void act(Desk& desk, intent::DeskKey const& wanted) {
  switch (wanted.act) {
    case intent::KeyAct::choose: return desk.chooseKey(wanted.key);
    case intent::KeyAct::drop: return desk.dropKey(wanted.key);
    case intent::KeyAct::signWith: return desk.useSandboxKey(wanted.key);
  }
}

}  // namespace

Controller::Controller() {
  for (scenario::Scenario const& one : scenario::builtinScenarios()) {
    scenarios_.push_back({one.id, one.title, one.summary, one.flow});
  }
}

Result<void> Controller::loadBuiltin(std::string_view id, std::uint64_t seed) {
  auto found = scenario::findBuiltin(id);
  if (!found) return failed(kNotOpened, std::move(found.error()));
  return loadScenario(std::move(*found), seed);
}

Result<void> Controller::loadText(std::string_view text, std::string_view file,
                                  std::uint64_t seed) {
  auto parsed = scenario::parse(text, file);
  if (!parsed) return failed(kNotOpened, std::move(parsed.error()));
  return loadScenario(std::move(*parsed), seed);
}

Result<void> Controller::loadScenario(scenario::Scenario scenario, std::uint64_t seed) {
  auto loaded = scenario::Playback::load(std::move(scenario), seed);
  if (!loaded) return failed(kNotOpened, std::move(loaded.error()));
  show(std::move(*loaded));
  return {};
}

Controller::Before Controller::before(std::string what) const {
  return {std::move(what), std::nullopt, playback_->timeline().currentBranch(), playback_->cursor(), std::nullopt};
}

void Controller::remember(Before before) {
  constexpr std::size_t kMost = 64;
  if (done_.size() == kMost) done_.erase(done_.begin());
  done_.push_back(std::move(before));
}

void Controller::show(scenario::Playback playback) {
  if (playback_) {
    Before earlier = before(trf("open \"{}\"", tr(playback.scenario().title)));
    earlier.run = std::move(playback_);
    done_.clear();  // one run back is what a slip of the hand needs
    remember(std::move(earlier));
  }
  playback_.emplace(std::move(playback));
  ++runId_;
  changed();
}

bool Controller::step() {
  if (!playback_ || !playback_->step()) return false;
  changed();
  return true;
}

bool Controller::back() {
  if (!playback_ || !playback_->back()) return false;
  changed();
  return true;
}

Result<void> Controller::seek(std::size_t n) {
  if (!playback_) return failed(kNotDone, noScenario());
  if (auto done = playback_->seek(n); !done) return failed(kNotDone, std::move(done.error()));
  changed();
  return {};
}

Result<void> Controller::runToEnd() {
  if (!playback_) return failed(kNotDone, noScenario());
  playback_->runToEnd();
  changed();
  return {};
}

Result<void> Controller::advanceToNextDeadline() {
  if (!playback_) return failed(kNotDone, noScenario());
  Before earlier = before(std::string(tr("let time pass")));
  std::size_t const length = playback_->length();
  if (auto done = playback_->advanceToNextDeadline(); !done) return failed(kNotDone, std::move(done.error()));
  if (playback_->length() != length) remember(std::move(earlier));  // otherwise it was only gone to
  changed();
  return {};
}

Result<void> Controller::command(user::Command const& command) {
  if (!playback_) return failed(kNotDone, noScenario());
  Before earlier = before(command.name);
  if (auto done = playback_->command(command); !done) {
    return failed(kNotDone, std::move(done.error()));
  }
  remember(std::move(earlier));
  changed();
  return {};
}

Result<void> Controller::expectBranch(std::size_t branch) {
  if (!playback_) return failed(kNotDone, noScenario());
  std::size_t const count = playback_->timeline().branchCount();
  if (branch < count) return {};
  return failed(kNotDone, {"INVALID_BRANCH", "",
                           trf("There is no branch {}; they count from 0 to {}.", branch, count - 1)});
}

Result<void> Controller::switchTo(std::size_t branch) {
  if (auto there = expectBranch(branch); !there) return there;
  remember(before(trf("go to {}", playback_->timeline().branchName(branch))));
  playback_->switchTo(branch);
  changed();
  return {};
}

Result<void> Controller::renameBranch(std::size_t branch, std::string_view name) {
  constexpr std::size_t kLongest = 40;
  if (auto there = expectBranch(branch); !there) return there;
  bool const blank = name.find_first_not_of(' ') == name.npos;
  bool const control = std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; });
  if (blank || control || name.size() > kLongest) {
    return failed(kNotDone, {"INVALID_NAME", "$.name",
                             trf("The name of a branch is visible text of 1 to {} bytes on one line.", kLongest)});
  }
  Before earlier = before(trf("rename {}", playback_->timeline().branchName(branch)));
  earlier.branch = branch;
  earlier.name = playback_->timeline().branchName(branch);
  remember(std::move(earlier));
  playback_->renameBranch(branch, std::string(name));
  changed();
  return {};
}

bool Controller::undo() {
  if (done_.empty()) return false;
  Before last = std::move(done_.back());
  done_.pop_back();
  if (last.run) {
    playback_ = std::move(last.run);
    ++runId_;
  } else if (last.name) {
    playback_->renameBranch(last.branch, std::move(*last.name));
  } else {
    playback_->switchTo(last.branch);
    (void)playback_->seek(last.cursor);
  }
  changed();
  return true;
}

void Controller::apply(Intents const& intents) {
  for (Intent const& one : intents) {
    std::visit(
        [this](auto const& asked) {
          using T = std::decay_t<decltype(asked)>;
          if constexpr (std::is_same_v<T, intent::Step>) step();
          if constexpr (std::is_same_v<T, intent::Back>) back();
          if constexpr (std::is_same_v<T, intent::Seek>) (void)seek(asked.n);
          if constexpr (std::is_same_v<T, intent::RunToEnd>) (void)runToEnd();
          if constexpr (std::is_same_v<T, intent::NextDeadline>) (void)advanceToNextDeadline();
          if constexpr (std::is_same_v<T, intent::Act>) (void)command(asked.command);
          if constexpr (std::is_same_v<T, intent::SwitchBranch>) (void)switchTo(asked.branch);
          if constexpr (std::is_same_v<T, intent::RenameBranch>) (void)renameBranch(asked.branch, asked.name);
          if constexpr (std::is_same_v<T, intent::LoadScenario>) {
            (void)loadBuiltin(asked.id, playback_ ? playback_->seed() : 1);
          }
          if constexpr (std::is_same_v<T, intent::Undo>) undo();
          if constexpr (std::is_same_v<T, intent::DismissProblem>) dismissProblem();
        },
        one);
    applyToDesk(one);
  }
}

void Controller::applyToDesk(Intent const& one) {
  bool const asked = std::visit(
      [this](auto const& wanted) {
        using T = std::decay_t<decltype(wanted)>;
        if constexpr (std::is_same_v<T, intent::Desk>) act(desk_, wanted.act);
        else if constexpr (std::is_same_v<T, intent::DeskKey>) act(desk_, wanted);
        else if constexpr (std::is_same_v<T, intent::DeskEdit>) desk_.edit(wanted.field, wanted.text);
        else if constexpr (std::is_same_v<T, intent::DeskDirection>) desk_.setDirection(wanted.direction);
        else if constexpr (std::is_same_v<T, intent::DeskTamper>) desk_.tamper(wanted.origin);
        else if constexpr (std::is_same_v<T, intent::DeskPasteInto>) desk_.askForClipboard(wanted.field);
        else if constexpr (std::is_same_v<T, intent::DeskTake>) {
          bool const there = playback_ && wanted.step > 0 && wanted.step <= playback_->timeline().length();
          if (there) desk_.take(playback_->timeline(), wanted.step);
        } else return false;
        return true;
      },
      one);
  if (asked) (void)changeDesk();
}

Desk& Controller::changeDesk() {
  deskSpokeLast_ = true;
  ++revision_;
  return desk_;
}

bool Controller::work() {
  if (!desk_.examining()) return false;
  desk_.work();
  if (!desk_.examining()) (void)changeDesk();
  return desk_.examining();
}

void Controller::report(std::string title, Error const& error) {
  problem_ = Problem{std::move(title), error.path, error.message, error.code};
  ++revision_;
}

void Controller::dismissProblem() {
  problem_.reset();
  ++revision_;
}

SandboxView Controller::view() const {
  std::string_view const undo = done_.empty() ? std::string_view() : done_.back().what;
  return {playback(), &scenarios_, problem(), revision_, runId_, &desk_, undo, deskSpokeLast_};
}

Result<void> Controller::failed(std::string title, Error error) {
  report(std::move(title), error);
  return fail(std::move(error));
}

void Controller::changed() {
  deskSpokeLast_ = false;
  problem_.reset();
  ++revision_;
}

}  // namespace aplus::ui
