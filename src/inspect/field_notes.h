#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "participants/envelope.h"

namespace aplus::inspect {

/// What the protocol's own tables say of a field.
struct FieldNote {
  std::string name;
  std::string type;      ///< `String, at most 64 characters`
  std::string presence;  ///< `required`, `optional`, `required when …`
  std::string meaning;
  std::string choice;    ///< what about it is a sandbox choice; may be empty
  std::string source;    ///< address of the official page; may be empty
};

/// The note of the field at a path, such as `$.order.goods[0].price`, of a message's body. Nothing for
/// fields that no table knows, and for messages that have no table.
std::optional<FieldNote> fieldNote(Envelope const& envelope, std::string_view path);

/// The note of a header that the protocol knows, whatever the case of its name.
std::optional<FieldNote> headerNote(std::string_view name);

}  // namespace aplus::inspect
