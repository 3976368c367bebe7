#include "ui/state_rows.h"

#include <map>
#include <string>

#include "participants/state_writer.h"

namespace aplus::ui {
namespace {

class RowWriter final : public StateWriter {
 public:
  void beginObject(std::string_view key) override {
    rows_.push_back({depth_, std::string(key), {}, true, false});
    ++depth_;
  }
  void endObject() override { --depth_; }
  void text(std::string_view key, std::string_view value) override { put(key, std::string(value)); }
  void number(std::string_view key, std::int64_t value) override { put(key, std::to_string(value)); }
  void flag(std::string_view key, bool value) override { put(key, value ? "true" : "false"); }

  std::vector<StateRow> take() { return std::move(rows_); }

 private:
  void put(std::string_view key, std::string value) {
    rows_.push_back({depth_, std::string(key), std::move(value), false, false});
  }

  int depth_ = 0;
  std::vector<StateRow> rows_;
};

/// Each row under the path of keys that leads to it.
template <class Visit>
void walk(std::vector<StateRow> const& rows, Visit visit) {
  std::vector<std::string> path;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    path.resize(static_cast<std::size_t>(rows[i].depth));
    std::string whole;
    for (std::string const& key : path) whole += key + '\n';
    visit(whole + rows[i].key, i);
    path.push_back(rows[i].key);
  }
}

}  // namespace

std::vector<StateRow> stateRows(timeline::World const& world, Party party,
                                std::vector<StateRow> const& before) {
  RowWriter writer;
  timeline::describe(world, party, writer);
  std::vector<StateRow> rows = writer.take();
  if (before.empty()) return rows;
  std::map<std::string, std::string> old;
  walk(before, [&](std::string const& path, std::size_t i) { old[path] = before[i].value; });
  walk(rows, [&](std::string const& path, std::size_t i) {
    auto const found = old.find(path);
    rows[i].changed = found == old.end() || found->second != rows[i].value;
  });
  return rows;
}

}  // namespace aplus::ui
