#include "inspect/doctor/json_tree.h"

#include <algorithm>
#include <numeric>

namespace aplus::inspect {
namespace {

constexpr int kMaxDepth = 64;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<JsonTree> whole() {
    JsonTree tree;
    if (!value(tree, 0)) return std::nullopt;
    skipBlanks();
    if (at_ != text_.size()) return std::nullopt;
    return tree;
  }

 private:
  bool value(JsonTree& tree, int depth) {
    skipBlanks();
    if (at_ >= text_.size() || depth > kMaxDepth) return false;
    char const c = text_[at_];
    if (c == '{') return container(tree, depth, '}');
    if (c == '[') return container(tree, depth, ']');
    return c == '"' ? string(tree.text) : word(tree.text);
  }

  bool container(JsonTree& tree, int depth, char close) {
    tree.kind = close == '}' ? JsonTree::Kind::object : JsonTree::Kind::array;
    ++at_;
    if (skip(close)) return true;
    do {
      if (tree.kind == JsonTree::Kind::object) {
        skipBlanks();
        tree.keys.emplace_back();
        if (!string(tree.keys.back()) || !skip(':')) return false;
      }
      tree.children.emplace_back();
      if (!value(tree.children.back(), depth + 1)) return false;
    } while (skip(','));
    return skip(close);
  }

  bool string(std::string& out) {
    if (at_ >= text_.size() || text_[at_] != '"') return false;
    std::size_t const start = at_;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    if (at_ >= text_.size()) return false;
    out = text_.substr(start, ++at_ - start);
    return true;
  }

  bool word(std::string& out) {
    std::size_t const end = std::min(text_.find_first_of(" \t\r\n,]}:\"", at_), text_.size());
    out = text_.substr(at_, end - at_);
    at_ = end;
    bool const number = !out.empty() && out.find_first_not_of("0123456789+-.eE") == out.npos;
    return number || out == "true" || out == "false" || out == "null";
  }

  void skipBlanks() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
  }

  bool skip(char c) {
    skipBlanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

class Printer {
 public:
  explicit Printer(JsonLayout const& layout) : layout_(layout) {}

  void value(JsonTree const& tree, bool oneLine) {
    if (tree.kind == JsonTree::Kind::scalar) {
      out += tree.text;
      return;
    }
    bool const object = tree.kind == JsonTree::Kind::object;
    if (tree.children.empty()) {
      out += object ? std::string_view(layout_.emptyObject) : "[]";
      return;
    }
    bool const inlined = oneLine || layout_.indent.empty();
    bool const spacedArray = !object && layout_.arraysOnOneLine && !inlined;
    bool const line = inlined || spacedArray;
    out += object ? (inlined ? std::string_view(layout_.objectOpen) : "{") : spacedArray ? "[ " : "[";
    ++depth_;
    for (std::size_t i = 0; i < tree.children.size(); ++i) {
      if (i > 0) out += spacedArray ? ", " : layout_.comma;
      if (!line) newLine();
      if (object) out.append(tree.keys[i]).append(layout_.colon);
      if (spacedArray) --depth_;
      value(tree.children[i], inlined);
      if (spacedArray) ++depth_;
    }
    --depth_;
    if (!line) newLine();
    out += object ? (inlined ? std::string_view(layout_.objectClose) : "}") : spacedArray ? " ]" : "]";
  }

  std::string out;

 private:
  void newLine() {
    out += layout_.lineEnd;
    for (int i = 0; i < depth_; ++i) out += layout_.indent;
  }

  JsonLayout const& layout_;
  int depth_ = 0;
};

}  // namespace

std::optional<JsonTree> parseJsonTree(std::string_view text) { return Reader(text).whole(); }

std::string print(JsonTree const& tree, JsonLayout const& layout) {
  constexpr std::size_t kUsualBody = 2048;  // so that most texts need no room to be made again and again
  Printer printer(layout);
  printer.out.reserve(kUsualBody);
  printer.value(tree, false);
  return std::move(printer.out);
}

void sortKeys(JsonTree& tree, bool deep) {
  if (tree.kind == JsonTree::Kind::object) {
    std::vector<std::size_t> order(tree.keys.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return tree.keys[a] < tree.keys[b]; });
    JsonTree sorted{tree.kind, {}, {}, {}};
    for (std::size_t const i : order) {
      sorted.keys.push_back(std::move(tree.keys[i]));
      sorted.children.push_back(std::move(tree.children[i]));
    }
    tree = std::move(sorted);
  }
  if (!deep) return;
  for (JsonTree& child : tree.children) sortKeys(child, true);
}

void rewriteScalars(JsonTree& tree, std::function<std::string(std::string const&)> const& rewrite,
                    bool keysToo) {
  if (tree.kind == JsonTree::Kind::scalar) tree.text = rewrite(tree.text);
  if (keysToo) {
    for (std::string& key : tree.keys) key = rewrite(key);
  }
  for (JsonTree& child : tree.children) rewriteScalars(child, rewrite, keysToo);
}

void dropMembers(JsonTree& tree, std::function<bool(JsonTree const&)> const& unwanted) {
  if (tree.kind == JsonTree::Kind::object) {
    JsonTree kept{tree.kind, {}, {}, {}};
    for (std::size_t i = 0; i < tree.children.size(); ++i) {
      if (unwanted(tree.children[i])) continue;
      kept.keys.push_back(std::move(tree.keys[i]));
      kept.children.push_back(std::move(tree.children[i]));
    }
    tree = std::move(kept);
  }
  for (JsonTree& child : tree.children) dropMembers(child, unwanted);
}

}  // namespace aplus::inspect
