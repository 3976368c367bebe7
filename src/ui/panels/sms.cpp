// The short message that drops in from the top of the phone's screen.
#include <algorithm>

#include "ui/language.h"
#include "ui/panels/web_sheet.h"
#include "ui/world_words.h"

namespace aplus::ui {
namespace {

constexpr double kDropMs = 180.0;
constexpr char const* kDismissed = "sms-dismissed";

/// The command that a tap on the message gives, with the agreement as it is ticked in the browser.
user::Command enterFromSms(Ui const& ui) {
  user::Command enter{"enterOtp", {}};
  auto const& browser = ui.run()->world().user.browser;
  if (!browser) return enter;
  auto const ticked = ui.state.fields.find(std::string(kAgreeField) + " " + browser->url);
  if (ticked != ui.state.fields.end() && !ticked->second.empty()) enter.arguments["agree"] = "true";
  return enter;
}

std::string nameOf(user::Sms const& sms) { return formatIso8601(sms.arrivedAt, kChinaTime) + sms.text; }

bool isShown(Ui const& ui, user::Sms const& sms) {
  auto const dismissed = ui.state.fields.find(kDismissed);
  if (dismissed != ui.state.fields.end() && dismissed->second == nameOf(sms)) return false;
  return user::showsSms(ui.run()->world().user, ui.run()->world().now);
}

/// How far the message has still to drop: 1 at first, 0 when it is there.
float toDrop(Ui const& ui, user::Sms const& sms) {
  UiState& state = ui.state;
  if (std::string const name = nameOf(sms); state.seenSms != name) {
    state.seenSms = name;
    state.smsSinceMs = ui.frame.timeMs;
  }
  double const passed = ui.frame.timeMs - state.smsSinceMs;
  if (ui.frame.reducedMotion || passed >= kDropMs) return 0.0F;
  ui.wakeAt(ui.frame.timeMs + 16.0);
  float const left = 1.0F - static_cast<float>(passed / kDropMs);
  return left * left;
}

}  // namespace

void drawSms(Ui const& ui, Rect const& screen) {
  auto const& sms = ui.run()->world().user.sms;
  if (!sms || !isShown(ui, *sms)) return;
  Theme const& theme = ui.theme;
  Palette const& c = theme.colors;
  bool const code = !sms->otpCode.empty();
  float const pad = theme.px(10.0F);
  float const margin = theme.px(6.0F);
  float const width = screen.w - 2.0F * (margin + pad);
  float const control = theme.smallControl();
  float const head = std::max(theme.px(22.0F), theme.least());
  std::string const words = worldWords(sms->text);
  float const text = measure(theme, Role::small, words, width).y;
  float const digits = code ? measure(theme, Role::title, sms->otpCode).y + theme.px(space::kXs) : 0.0F;
  float const height = pad + head + digits + text + (code ? theme.px(space::kS) + control : 0.0F) + pad;
  float const top = screen.y + theme.px(26.0F) - toDrop(ui, *sms) * height;
  Rect const card{screen.x + margin, top, screen.w - 2.0F * margin, height};

  // In a window of its own, so that a touch is for the message and not for what lies under it.
  ImGui::SetCursorScreenPos(card.min());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{});
  ImGui::BeginChild("sms", card.size(), ImGuiChildFlags_None, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
  ImGui::PopStyleVar();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::PushClipRect(screen.min(), screen.max(), true);
  list.AddRectFilled(card.min(), card.max(), c.surface, theme.px(14.0F));
  list.AddRect(card.min(), card.max(), c.border, theme.px(14.0F), 0, theme.hairline());
  float const x = card.x + pad;
  float y = card.y + pad;
  drawIcon(list, Icon::message, {x + theme.px(7.0F), y + head / 2.0F}, theme.px(14.0F), c.accent);
  std::string const when = formatIso8601(sms->arrivedAt, kChinaTime).substr(11, 5);
  ImVec2 const size = measure(theme, Role::caption, "X");
  drawTextFit(list, theme, Role::caption, {x + theme.px(20.0F), y + (head - size.y) / 2.0F}, c.muted,
              trf("Message, {}", when), width - theme.px(20.0F) - head);
  ButtonOptions close;
  close.icon = Icon::close;
  close.iconOnly = true;
  close.look = ButtonLook::plain;
  close.width = close.height = head;
  close.tooltip = tr("Put the message away");
  ImGui::SetCursorScreenPos({card.x + card.w - pad / 2.0F - head, y});
  if (button(ui, "sms-dismiss", tr("Put the message away"), close)) ui.state.fields[kDismissed] = nameOf(*sms);
  y += head;
  if (code) {
    drawText(list, theme, Role::title, {x, y}, c.text, sms->otpCode);
    y += digits;
  }
  drawText(list, theme, Role::small, {x, y}, c.muted, words, width);
  y += text + theme.px(space::kS);
  if (code) {
    commandButtonAt(ui, {x, y, width, control}, "sms-enter-code", tr("Enter code"), enterFromSms(ui), ButtonLook::primary);
  }
  ui.item("sms", words, card);
  ImGui::PopClipRect();
  ImGui::EndChild();
}

}  // namespace aplus::ui
