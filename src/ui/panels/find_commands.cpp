// What the command palette knows: commands, lessons, the run's steps, and every field of every message.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "protocol/catalog.h"
#include "ui/finder.h"
#include "ui/flows.h"
#include "ui/panels/dialog.h"
#include "ui/shortcuts.h"
#include "ui/step_text.h"

namespace aplus::ui {
namespace {

constexpr std::size_t kMostOfAKind = 24;

class Collection {
 public:
  explicit Collection(std::string_view query) : query_(query) {}

  void offer(Finding finding) {
    finding.rank = rankOf(query_, finding.title, finding.detail);
    if (finding.rank >= 0) kind_.push_back(std::move(finding));
  }
  /// The best of what was offered since the last time.
  void closeKind() {
    std::stable_sort(kind_.begin(), kind_.end(), [](Finding const& a, Finding const& b) { return a.rank < b.rank; });
    if (kind_.size() > kMostOfAKind) kind_.resize(kMostOfAKind);
    std::move(kind_.begin(), kind_.end(), std::back_inserter(all_));
    kind_.clear();
  }
  std::vector<Finding> take() {
    std::stable_sort(all_.begin(), all_.end(), [](Finding const& a, Finding const& b) { return a.rank < b.rank; });
    return std::move(all_);
  }
  std::string_view query() const { return query_; }

 private:
  std::string_view query_;
  std::vector<Finding> kind_;
  std::vector<Finding> all_;
};

void offerRunCommands(Ui const& view, Collection& out) {
  if (view.run() == nullptr) return;
  auto ask = [](auto intent) { return [intent](Ui const& ui) { ui.ask(intent); }; };
  out.offer({Icon::stepForward, std::string(tr("One step on")), "", "\xE2\x86\x92", ask(intent::Step{})});
  out.offer({Icon::stepBack, std::string(tr("One step back")), "", "\xE2\x86\x90", ask(intent::Back{})});
  out.offer({Icon::play, std::string(tr("Play or pause")), "", "Space", togglePlaying});
  out.offer({Icon::toStart, std::string(tr("To the beginning")), "", "Home", ask(intent::Seek{0})});
  out.offer({Icon::toEnd, std::string(tr("To the end")), "", "End", ask(intent::RunToEnd{})});
  out.offer({Icon::clock, std::string(tr("Let time pass until the next deadline")), "", "N", ask(intent::NextDeadline{})});
  out.offer({Icon::breakpoint, std::string(tr("Run to the next breakpoint")), "", "Shift \xE2\x86\x92", runToBreakpoint});
  out.offer({Icon::breakpoint, std::string(tr("Set or remove a breakpoint here")), "", "B",
             [](Ui const& ui) { toggleBreakpoint(ui, ui.shownStep()); }});
  out.offer({Icon::plus, std::string(tr("Messages further apart")), "", "+", [](Ui const& ui) { zoomLanes(ui, 1); }});
  out.offer({Icon::minus, std::string(tr("Messages closer together")), "", "-", [](Ui const& ui) { zoomLanes(ui, -1); }});
  out.offer({Icon::search, std::string(tr("Search the messages of this run")), "", "/",
             [](Ui const& ui) { openDialog(ui, Dialog::search); }});
  out.offer({Icon::link, std::string(tr("Copy a link to this step")), "", "", [](Ui const& ui) {
               ui.state.linkRequested = true;
               ui.toast(std::string(tr("Copied: whoever opens the link sees this run at this step")));
             }});
  out.offer({Icon::branch, std::string(tr("Branches of this run")), "", "",
             [](Ui const& ui) { openDialog(ui, Dialog::branches); }});
}

void offerPageCommands(Ui const& view, Collection& out) {
  if (!view.view.undo.empty()) {
    out.offer({Icon::undo, trf("Take back: {}", view.view.undo), "", "Ctrl/Cmd Z", takeBack});
  }
  out.offer({Icon::home, std::string(tr("Start page")), "", "H", [](Ui const& ui) { goHome(ui); }});
  out.offer({Icon::list, std::string(tr("All lessons")), "", "L",
             [](Ui const& ui) { openDialog(ui, Dialog::scenarios); }});
  out.offer({Icon::lock, std::string(tr("Signing desk")), "", "D", [](Ui const& ui) {
               ui.state.deskOpen = true;
               ui.state.homeOpen = false;
             }});
  out.offer({Icon::list, std::string(tr("Text view: the same as a plain page")), "", "T",
             [](Ui const& ui) { ui.state.textViewRequested = true; }});
  out.offer({Icon::list, std::string(tr("the text view: the same as a plain page")), "", "T",
             [](Ui const& ui) { ui.state.textViewRequested = true; }});
  out.offer({Icon::settings, std::string(tr("Colours, contrast and language")), "", "",
             [](Ui const& ui) { openDialog(ui, Dialog::settings); }});
  out.offer({Icon::warning, std::string(tr("Magic values: force an outcome")), "", "",
             [](Ui const& ui) { openDialog(ui, Dialog::magicValues); }});
  out.offer({Icon::keys, std::string(tr("All keys")), "", "?", [](Ui const& ui) { openDialog(ui, Dialog::keys); }});
}

void offerLessons(Ui const& view, Collection& out) {
  for (ScenarioEntry const& entry : *view.view.scenarios) {
    std::string const id = entry.id;
    out.offer({flowText(entry.flow).icon, std::string(tr(entry.title)), id + "  " + std::string(tr(entry.summary)),
               std::string(tr("lesson")), [id](Ui const& ui) {
                 ui.ask(intent::LoadScenario{id});
                 ui.state.homeOpen = ui.state.deskOpen = false;
               }});
  }
}

void offerSteps(Ui const& view, Collection& out) {
  if (view.run() == nullptr) return;
  for (std::size_t n = 1; n <= view.run()->length(); ++n) {
    timeline::StepRecord const& record = view.run()->timeline().record(n);
    Envelope const& envelope = record.envelope;
    out.offer({Icon::lanes, stepTitle(record),
               fmt::format("{} \xE2\x86\x92 {} {}", tr(title(envelope.from)), tr(title(envelope.to)), resultCodeOf(envelope)),
               trf("step {}", n), [n](Ui const& ui) { lookAtStep(ui, n); }});
  }
}

/// The first step of the run with such a message that carries the field; 0 when there is none.
std::size_t stepWith(scenario::Playback const& run, std::string const& api, Phase phase, std::string const& field) {
  std::string const key = "\"" + field + "\":";
  for (std::size_t n = 1; n <= run.length(); ++n) {
    Envelope const& envelope = run.timeline().record(n).envelope;
    bool const fits = envelope.kind == Kind::http && envelope.name == api && envelope.phase == phase;
    if (fits && envelope.message.body.find(key) != std::string::npos) return n;
  }
  return 0;
}

void offerFields(Collection& out, protocol::Api const& api, Phase phase, codec::Fields fields, std::string const& path) {
  for (codec::Field const& field : fields) {
    std::string const whole = path + std::string(field.name);
    std::string const message = std::string(api.name) + (phase == Phase::request ? " request" : " response");
    out.offer({Icon::inspector, whole, message + ": " + std::string(field.note), std::string(tr("field")),
               [name = std::string(field.name), api = std::string(api.name), phase, message](Ui const& ui) {
                 std::size_t const n = ui.run() == nullptr ? 0 : stepWith(*ui.run(), api, phase, name);
                 if (n > 0) return lookAtStep(ui, n);
                 ui.toast(trf("No {} of this run carries {}. Open another lesson to see one.", message, name));
               }});
    if (field.nested != nullptr) offerFields(out, api, phase, field.nested(), whole + ".");
  }
}

}  // namespace

std::vector<Finding> findAnything(Ui const& ui, std::string_view query) {
  Collection out(query);
  offerRunCommands(ui, out);
  offerPageCommands(ui, out);
  out.closeKind();
  offerLessons(ui, out);
  out.closeKind();
  if (query.find_first_not_of(' ') == query.npos) return out.take();  // what is not asked for is too much
  offerSteps(ui, out);
  out.closeKind();
  for (protocol::Api const& api : protocol::catalog()) {
    offerFields(out, api, Phase::request, api.request, "");
    offerFields(out, api, Phase::response, api.response, "");
  }
  out.closeKind();
  return out.take();
}

}  // namespace aplus::ui
