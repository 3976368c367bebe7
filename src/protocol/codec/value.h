#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/error.h"

namespace aplus::codec {

/// What reading a message came across. The first error counts; notes are harmless.
struct Findings {
  /// One step of a path. Paths are only spelled out when somebody asks for them.
  struct Step {
    std::size_t parent;
    std::string_view name;  ///< of a member
    std::size_t index;      ///< of an element
  };

  std::optional<Error> error;
  std::vector<std::string> notes;
  std::vector<Step> steps;
};

/// A value of a message that is being read, and where it stands. Mistakes are written into the
/// findings, so that reading goes on without throwing. The JSON and the findings must outlive it.
class ValueReader {
 public:
  ValueReader(nlohmann::ordered_json const& root, Findings& findings);

  bool isObject() const;
  std::optional<std::string> text() const;    ///< nothing when it is no string
  std::string const* textInPlace() const;     ///< the same without a copy; null when it is no string
  std::optional<bool> boolean() const;        ///< nothing when it is no JSON boolean
  std::optional<std::int64_t> integer() const;  ///< nothing when it is no whole JSON number

  /// The member, or nothing when it is absent or null: the two are one.
  std::optional<ValueReader> member(std::string_view name) const;
  std::vector<std::string_view> memberNames() const;
  /// Records an error and is empty when the value is no array.
  std::vector<ValueReader> elements() const;

  std::string path() const;
  Findings& findings() const { return *findings_; }

  /// Records `PARAM_ILLEGAL` at this value, unless something was wrong before.
  void wrong(std::string message) const;
  /// The same at a member that is not there.
  void missing(std::string_view name, std::string message = "is required") const;
  void note(std::string text) const;

  /// `"abc"`, `12`, `an object`: for error texts.
  std::string shown() const;

 private:
  ValueReader(nlohmann::ordered_json const& json, std::size_t step, Findings& findings);
  ValueReader child(nlohmann::ordered_json const& json, std::string_view name,
                    std::size_t index) const;

  nlohmann::ordered_json const* json_;
  std::size_t step_;
  Findings* findings_;
};

/// An object that is being written, member after member; it ends with its writer, and nothing else is written
/// meanwhile. Bytes that are no UTF-8 are replaced, since texts come from outside.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out);
  ~ObjectWriter();
  ObjectWriter(ObjectWriter const&) = delete;
  ObjectWriter& operator=(ObjectWriter const&) = delete;

  void text(std::string_view name, std::string_view value);
  void texts(std::string_view name, std::vector<std::string> const& values);
  ObjectWriter object(std::string_view name);
  /// Begins an object in the array of that name. All of an array's objects follow each other.
  ObjectWriter appendObject(std::string_view name);

 private:
  void begin(std::string_view name);

  std::string* out_;
  bool any_ = false;
  std::string_view array_;  ///< the one that is being written; empty for none
};

}  // namespace aplus::codec
