#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/flows.h"
#include "ui/panels/dialog.h"
#include "ui/panels/panels.h"
#include "ui/shortcuts.h"
#include "ui/widgets/controls.h"

namespace aplus::ui {
namespace {

constexpr char const* kFirstLesson = "upm-pay";
constexpr float kWidestCss = 1080.0F;
constexpr float kCardCss = 244.0F;  // cards are at least this wide

void openLesson(Ui const& ui, std::string id, bool plays) {
  ui.ask(intent::LoadScenario{std::move(id)});
  ui.state.playWhenOpened = plays;
}

bool largeButton(Ui const& ui, std::string_view id, std::string_view label, Icon icon, ButtonLook look) {
  ButtonOptions options;
  options.icon = icon;
  options.look = look;
  options.height = ui.theme.px(44.0F);
  return button(ui, id, label, options);
}

/// Goes to the right of the last button, or below it where there is no room.
void besides(Ui const& ui, std::string_view label) {
  float const width = measure(ui.theme, Role::strong, label).x + ui.theme.px(20.0F + 2.0F * space::kM);
  float const right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth();
  ImGui::SameLine(0.0F, ui.theme.px(space::kS));
  if (ImGui::GetCursorScreenPos().x + width > right) ImGui::NewLine();
}

void drawWelcome(Ui const& ui) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  text(theme, Role::display, c.text, tr("See both sides of an Alipay+ payment"));
  gap(theme, space::kS);
  text(theme, Role::body, c.muted,
       tr("A wallet, Alipay+, a shop and the phone in your hand, all in this page: go through every signed message step by "
          "step, touch the phone at any time, and see what your wallet has to answer, and why."));
  gap(theme, space::kL);
  if (largeButton(ui, "start-watch", tr("Watch a payment"), Icon::play, ButtonLook::primary)) {
    openLesson(ui, kFirstLesson, true);
  }
  std::string const all = trf("All {} lessons", ui.view.scenarios->size());
  besides(ui, all);
  if (largeButton(ui, "start-lessons", all, Icon::list, ButtonLook::quiet)) {
    ui.state.flow.reset();
    openDialog(ui, Dialog::scenarios);
  }
  besides(ui, tr("Check a message of your own"));
  if (largeButton(ui, "start-desk", tr("Check a message of your own"), Icon::lock, ButtonLook::quiet)) ui.state.deskOpen = true;
  gap(theme, space::kL);
}

void drawProgress(Ui const& ui, ImVec2 at, float width, float part) {
  Theme const& theme = ui.theme;
  float const height = theme.px(4.0F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, theme.colors.border, height / 2.0F);
  if (part > 0.0F) list.AddRectFilled(at, {at.x + std::max(height, width * std::min(1.0F, part)), at.y + height}, theme.colors.accent, height / 2.0F);
}

/// The run that is open behind the start page, or the one of the last visit.
void drawContinue(Ui const& ui) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  Keepsake const& kept = ui.state.kept;
  bool const here = ui.run() != nullptr;
  if (!here && kept.lastLink.empty()) return;
  std::string_view const title = tr(here ? ui.run()->scenario().title : kept.lastTitle);
  std::size_t const step = here ? ui.run()->cursor() : kept.lastStep;
  std::size_t const length = here ? ui.run()->length() : kept.lastLength;
  float const width = ImGui::GetContentRegionAvail().x;
  float const height = theme.px(68.0F);
  float const pad = theme.px(space::kL);
  ImVec2 const at = ImGui::GetCursorScreenPos();
  if (ImGui::InvisibleButton("start-continue", {width, height})) {
    if (here) ui.state.homeOpen = false;
    else ui.state.continueRequested = true;
  }
  ui.item("start-continue", title);
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImVec2 const end{at.x + width, at.y + height};
  list.AddRectFilled(at, end, hovered ? mix(c.accentSoft, c.accent, 0.08F) : c.accentSoft, theme.px(12.0F));
  float const right = end.x - pad - theme.px(24.0F);
  std::string const place = trf("step {} of {}", step, length);
  float const placeWidth = measure(theme, Role::small, place).x;
  drawText(list, theme, Role::smallStrong, {at.x + pad, at.y + theme.px(11.0F)}, c.accent, tr("Continue where you left off"));
  drawText(list, theme, Role::small, {right - placeWidth, at.y + theme.px(11.0F)}, c.muted, place);
  drawTextFit(list, theme, Role::strong, {at.x + pad, at.y + theme.px(29.0F)}, c.text, title, right - at.x - pad);
  drawProgress(ui, {at.x + pad, end.y - theme.px(13.0F)}, right - at.x - pad,
               length == 0 ? 0.0F : static_cast<float>(step) / static_cast<float>(length));
  drawIcon(list, Icon::arrow, {end.x - pad, at.y + height / 2.0F}, theme.px(16.0F), c.accent);
  gap(theme, space::kXl);
}

/// The lesson that a card opens: the first that was not watched to its end, or the first of all.
ScenarioEntry const& nextLesson(Keepsake const& kept, std::vector<ScenarioEntry const*> const& lessons) {
  auto const next = std::find_if(lessons.begin(), lessons.end(),
                                 [&](ScenarioEntry const* one) { return !kept.finished.contains(one->id); });
  return next == lessons.end() ? *lessons.front() : **next;
}

std::size_t finishedOf(Keepsake const& kept, std::vector<ScenarioEntry const*> const& lessons) {
  return static_cast<std::size_t>(std::count_if(lessons.begin(), lessons.end(), [&](ScenarioEntry const* one) {
    return kept.finished.contains(one->id);
  }));
}

struct FlowCard {
  scenario::Flow flow;
  std::vector<ScenarioEntry const*> lessons;
};

float cardHeight(Ui const& ui, FlowCard const& card, float width) {
  Theme const& theme = ui.theme;
  FlowText const& words = flowText(card.flow);
  float const wrap = width - 2.0F * theme.px(space::kL);
  return theme.px(space::kL + 32.0F + space::kM) + measure(theme, Role::heading, tr(words.title), wrap).y + theme.px(space::kXs) +
         measure(theme, Role::small, tr(words.sentence), wrap).y + theme.px(space::kM) + theme.control() + theme.px(space::kS);
}

void drawCard(Ui const& ui, FlowCard const& card, ImVec2 at, ImVec2 size) {
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  FlowText const& words = flowText(card.flow);
  std::string const id = "flow-card-" + std::string(name(card.flow));
  float const pad = theme.px(space::kL);
  float const foot = theme.control() + theme.px(space::kS);
  ImGui::SetCursorScreenPos(at);
  if (ImGui::InvisibleButton(id.c_str(), {size.x, size.y - foot})) {
    openLesson(ui, nextLesson(ui.state.kept, card.lessons).id, false);
  }
  ui.item(id, tr(words.title));
  bool const hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImVec2 const end{at.x + size.x, at.y + size.y};
  float const rounding = theme.px(12.0F);
  list.AddRectFilled(at, end, c.surface, rounding);
  list.AddRect(at, end, hovered ? c.accent : c.border, rounding, 0, theme.hairline());
  float const side = theme.px(32.0F);
  ImVec2 const sign{at.x + pad, at.y + pad};
  list.AddRectFilled(sign, {sign.x + side, sign.y + side}, c.accentSoft, theme.px(8.0F));
  drawIcon(list, words.icon, {sign.x + side / 2.0F, sign.y + side / 2.0F}, theme.px(16.0F), c.accent);
  float const wrap = size.x - 2.0F * pad;
  float y = sign.y + side + theme.px(space::kM);
  drawText(list, theme, Role::heading, {at.x + pad, y}, c.text, tr(words.title), wrap);
  y += measure(theme, Role::heading, tr(words.title), wrap).y + theme.px(space::kXs);
  drawText(list, theme, Role::small, {at.x + pad, y}, c.muted, tr(words.sentence), wrap);

  ImGui::SetCursorScreenPos({at.x + pad - theme.px(space::kM), end.y - foot});
  std::size_t const done = finishedOf(ui.state.kept, card.lessons);
  std::size_t const count = card.lessons.size();
  std::string const label = done == 0 ? (count == 1 ? std::string(tr("1 lesson")) : trf("{} lessons", count))
                                      : trf("{} of {} lessons done", done, count);
  ButtonOptions options;
  options.look = ButtonLook::plain;
  options.tooltip = tr("Choose one of them");
  if (button(ui, id + "-list", label, options)) {
    ui.state.flow = card.flow;
    openDialog(ui, Dialog::scenarios);
  }
}

void drawCards(Ui const& ui) {
  Theme const& theme = ui.theme;
  std::vector<FlowCard> cards;
  for (scenario::Flow flow : scenario::kFlows) {
    auto lessons = lessonsOf(*ui.view.scenarios, flow);
    if (!lessons.empty()) cards.push_back({flow, std::move(lessons)});
  }
  float const room = ImGui::GetContentRegionAvail().x;
  float const between = theme.px(space::kM);
  auto const columns = static_cast<std::size_t>(std::clamp((room + between) / (theme.px(kCardCss) + between), 1.0F, 4.0F));
  float const width = std::floor((room - between * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  ImVec2 at = ImGui::GetCursorScreenPos();
  float const left = at.x;
  for (std::size_t first = 0; first < cards.size(); first += columns) {
    std::size_t const last = std::min(cards.size(), first + columns);
    float height = 0.0F;
    for (std::size_t i = first; i < last; ++i) height = std::max(height, cardHeight(ui, cards[i], width));
    for (std::size_t i = first; i < last; ++i) {
      drawCard(ui, cards[i], {left + (width + between) * static_cast<float>(i - first), at.y}, {width, height});
    }
    at.y += height + between;
  }
  ImGui::SetCursorScreenPos({left, at.y});
  ImGui::Dummy({room, 0.0F});
}

}  // namespace

void drawStart(Ui const& ui) {
  Theme const& theme = ui.theme;
  Rect const& page = ui.layout.start;
  bool const narrow = ui.layout.shape == Shape::narrow;
  float const side = theme.px(narrow ? space::kL : space::kXl);
  float const width = std::min(page.w - 2.0F * side, theme.px(kWidestCss));
  beginArea(ui, "start", page, 0.0F);
  float const left = std::floor((page.w - width) / 2.0F);
  ImGui::SetCursorPos({left, theme.px(narrow ? space::kL : space::kXl)});
  ImGui::BeginChild("start-column", {width, 0.0F}, ImGuiChildFlags_AutoResizeY,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
  drawWelcome(ui);
  drawContinue(ui);
  drawCards(ui);
  gap(theme, space::kM);
  text(theme, Role::caption, theme.colors.muted,
       tr("Keys and money are make-believe, and nothing leaves this page. Not affiliated with Alipay+."));
  gap(theme, space::kXl);
  ImGui::EndChild();
  endArea();
}

}  // namespace aplus::ui
