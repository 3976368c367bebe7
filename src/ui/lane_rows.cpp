#include "ui/lane_rows.h"

#include <algorithm>
#include <unordered_map>

namespace aplus::ui {
namespace {

constexpr std::int64_t kJumpFromMs = 2 * kSecondMs;

std::uint8_t bit(Party party) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(party)); }

bool isShown(Envelope const& envelope, LaneRowRules const& rules) {
  return rules.only == 0 || (rules.only & (bit(envelope.from) | bit(envelope.to))) != 0;
}

}  // namespace

LaneRows::LaneRows(timeline::Timeline const& run, std::size_t cursor, LaneRowRules const& rules) : rules_(rules) {
  rows_.reserve(cursor);
  moveTo(run, cursor);
}

void LaneRows::moveTo(timeline::Timeline const& run, std::size_t cursor) {
  while (!rows_.empty() && rows_.back().step > cursor) rows_.pop_back();
  std::size_t const lastRow = rows_.empty() ? 0 : rows_.back().step;
  std::size_t hidden = std::min(cursor_, cursor) - lastRow;  // whatever follows the last row is hidden
  SimTime last = cursor > 0 ? run.record(std::max<std::size_t>(lastRow, 1)).time : SimTime{};
  float y = rows_.empty() ? 0.0F : rows_.back().top + rules_.row;
  for (std::size_t n = std::min(cursor_, cursor) + 1; n <= cursor; ++n) {
    timeline::StepRecord const& record = run.record(n);
    if (n != rules_.always && !isShown(record.envelope, rules_)) {
      ++hidden;
      continue;
    }
    std::int64_t const gap = record.time - last;
    last = record.time;
    Row row{n, 0.0F, gap >= kJumpFromMs ? gap : 0, hidden};
    if (row.hasGap()) y += rules_.jump;
    row.top = y;
    y += rules_.row;
    hidden = 0;
    rows_.push_back(row);
  }
  cursor_ = cursor;
  total_ = y;
}

std::size_t LaneRows::firstBelow(float y) const {
  auto const found = std::upper_bound(rows_.begin(), rows_.end(), y, [](float at, Row const& row) { return at < row.top; });
  auto const index = static_cast<std::size_t>(found - rows_.begin());
  return index == 0 ? 0 : index - 1;
}

LaneRows::Row const* LaneRows::of(std::size_t step) const {
  auto const found = std::lower_bound(rows_.begin(), rows_.end(), step, [](Row const& row, std::size_t n) { return row.step < n; });
  return found != rows_.end() && found->step == step ? &*found : nullptr;
}

Activity::Activity(timeline::Timeline const& run) : depths_(run.length() + 1) {
  std::unordered_map<SequenceNo, std::size_t> open;  // requests and calls, by number: where they arrived
  std::vector<std::array<int, kParties.size()>> change(run.length() + 1);
  for (std::size_t n = 1; n <= run.length(); ++n) {
    Envelope const& envelope = run.record(n).envelope;
    if (envelope.kind != Kind::http && envelope.kind != Kind::sdk) continue;
    if (envelope.phase == Phase::request || envelope.phase == Phase::call) open.try_emplace(envelope.id, n);
    auto const asked = envelope.inReplyTo == 0 ? open.end() : open.find(envelope.inReplyTo);
    if (asked == open.end()) continue;
    auto const party = static_cast<std::size_t>(run.record(asked->second).envelope.to);
    ++change[asked->second][party];
    --change[n][party];
    open.erase(asked);
  }
  std::array<int, kParties.size()> depth{};
  for (std::size_t n = 1; n <= run.length(); ++n) {
    for (std::size_t p = 0; p < depth.size(); ++p) {
      depth[p] += change[n][p];
      depths_[n][p] = static_cast<std::uint8_t>(std::clamp(depth[p], 0, 250));
    }
  }
}

LaneRows const& LaneView::rows(SandboxView const& view, LaneRowRules const& rules) {
  timeline::Timeline const& run = view.playback->timeline();
  std::pair const question{placeOf(view, 0), rules};
  if (rowsOf_ != question) rows_ = LaneRows(run, run.cursor(), rules);
  else rows_.moveTo(run, run.cursor());
  rowsOf_ = question;
  return rows_;
}

Activity const& LaneView::activity(SandboxView const& view) {
  timeline::Timeline const& run = view.playback->timeline();
  return activity_.get(placeOf(view, run.length()), [&] { return Activity(run); });
}

}  // namespace aplus::ui
