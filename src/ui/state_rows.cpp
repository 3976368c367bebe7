#include "ui/state_rows.h"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "participants/state_writer.h"

namespace aplus::ui {
namespace {

using Change = StateRow::Change;

class RowWriter final : public StateWriter {
 public:
  void beginObject(std::string_view key) override {
    std::size_t const outer = path_.size();
    put(key, {}, true);
    outer_.push_back(outer);
    path_ = rows_.back().path + " / ";
  }
  void endObject() override {
    path_.resize(outer_.back());
    outer_.pop_back();
  }
  void text(std::string_view key, std::string_view value) override { put(key, std::string(value), false); }
  void number(std::string_view key, std::int64_t value) override { put(key, std::to_string(value), false); }
  void flag(std::string_view key, bool value) override { put(key, value ? "true" : "false", false); }

  std::vector<StateRow> take() { return std::move(rows_); }

 private:
  void put(std::string_view key, std::string value, bool isObject) {
    StateRow row;
    row.depth = static_cast<int>(outer_.size());
    row.key = std::string(key);
    row.value = std::move(value);
    row.isObject = isObject;
    row.path = path_ + row.key;
    rows_.push_back(std::move(row));
  }

  std::vector<std::size_t> outer_;  ///< lengths of the paths that were left for a deeper one
  std::string path_;
  std::vector<StateRow> rows_;
};

std::vector<StateRow> plainRows(timeline::World const& world, Party party) {
  RowWriter writer;
  timeline::describe(world, party, writer);
  return writer.take();
}

using Index = std::unordered_map<std::string_view, std::size_t>;

Index indexOf(std::vector<StateRow> const& rows) {
  Index index;
  index.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) index.try_emplace(rows[i].path, i);
  return index;
}

/// Both lists as one, in which every line of either stands once.
std::vector<StateRow> merge(std::vector<StateRow> now, std::vector<StateRow> const& old) {
  Index const inNow = indexOf(now), inOld = indexOf(old);
  std::vector<StateRow> rows;
  rows.reserve(now.size() + 8);
  std::size_t j = 0;
  auto const takeRemoved = [&](std::size_t done) {
    for (; j < old.size(); ++j) {
      auto const here = inNow.find(old[j].path);
      if (here != inNow.end() && here->second >= done) return;  // comes with the new one's place
      if (here != inNow.end()) continue;
      rows.push_back(old[j]);
      rows.back().change = Change::removed;
      rows.back().before = std::exchange(rows.back().value, {});
    }
  };
  for (std::size_t i = 0; i < now.size(); ++i) {
    takeRemoved(i);
    auto const was = inOld.find(now[i].path);
    rows.push_back(now[i]);  // the index looks at the paths of `now`, so they stay
    StateRow& row = rows.back();
    if (was == inOld.end()) {
      row.change = Change::added;
    } else if (old[was->second].value != row.value) {
      row.change = Change::changed;
      row.before = old[was->second].value;
    }
  }
  takeRemoved(now.size());
  return rows;
}

/// What holds a change is marked as well, so that it can be found when it is folded.
void markTouched(std::vector<StateRow>& rows) {
  std::vector<bool> touchedAt;  // per depth: whether a row below, further down the list, was touched
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    auto const depth = static_cast<std::size_t>(row->depth);
    if (touchedAt.size() < depth + 2) touchedAt.resize(depth + 2);
    row->touched = row->change != Change::same || (row->isObject && touchedAt[depth + 1]);
    if (row->isObject) touchedAt[depth + 1] = false;
    touchedAt[depth] = touchedAt[depth] || row->touched;
  }
}

}  // namespace

std::vector<StateRow> stateRows(timeline::World const& world, Party party, timeline::World const* before) {
  std::vector<StateRow> rows = plainRows(world, party);
  if (before == nullptr) return rows;
  rows = merge(std::move(rows), plainRows(*before, party));
  markTouched(rows);
  return rows;
}

}  // namespace aplus::ui
