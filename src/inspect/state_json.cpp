#include "inspect/state_json.h"

#include <vector>

#include <nlohmann/json.hpp>

namespace aplus::inspect {
namespace {

using Json = nlohmann::ordered_json;

class JsonStateWriter : public StateWriter {
 public:
  explicit JsonStateWriter(Json& root) : open_{&root} {}

  void beginObject(std::string_view key) override {
    Json& inner = (*open_.back())[std::string(key)];
    inner = Json::object();
    open_.push_back(&inner);
  }
  void endObject() override { open_.pop_back(); }
  void text(std::string_view key, std::string_view value) override {
    (*open_.back())[std::string(key)] = std::string(value);
  }
  void number(std::string_view key, std::int64_t value) override {
    (*open_.back())[std::string(key)] = value;
  }
  void flag(std::string_view key, bool value) override {
    (*open_.back())[std::string(key)] = value;
  }

 private:
  std::vector<Json*> open_;
};

}  // namespace

Json stateJson(timeline::World const& world, Party party) {
  Json state = Json::object();
  JsonStateWriter writer(state);
  timeline::describe(world, party, writer);
  return state;
}

}  // namespace aplus::inspect
