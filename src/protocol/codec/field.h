#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/error.h"
#include "base/money.h"
#include "base/strong_id.h"
#include "protocol/codec/value.h"
#include "protocol/result_info.h"

namespace aplus::codec {

/// What stands on the wire. Scalars of every type are JSON strings there.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview
enum class Type : std::uint8_t {
  text,
  boolean,
  status,
  amount,
  object,
  textArray,
  objectArray,
};

enum class Presence : std::uint8_t { required, optional };

struct Field;
using Fields = std::span<Field const>;

/// One field of a message: everything that reading, writing and explaining it needs.
struct Field {
  std::string_view name;
  Type type = Type::text;
  Presence presence = Presence::optional;
  int maxLength = 0;      ///< in characters; 0: no limit of its own
  std::string_view note;  ///< what it means, in our own words
  std::string_view alias = {};   ///< a second spelling that is accepted but never sent
  bool emptyIsAbsent = false;    ///< `""` is taken as absent, against the rule, and noted
  Fields (*nested)() = nullptr;  ///< the fields of an object or of an array's objects
  void (*read)(void* object, Field const& field, ValueReader const& value) = nullptr;
  void (*write)(void const* object, Field const& field, ObjectWriter& out) = nullptr;
};

/// Reads an object's fields in place. Unknown fields are noted and ignored.
void readObject(void* object, Fields fields, ValueReader const& value);
void writeObject(void const* object, Fields fields, ObjectWriter& out);

// Scalars. An absent optional text is the empty string: an empty one never stands on the wire.
void readValue(std::string& out, Field const& field, ValueReader const& value);
void readValue(std::optional<bool>& out, Field const& field, ValueReader const& value);
void readValue(Money& out, Field const& field, ValueReader const& value);
void readValue(protocol::ResultStatus& out, Field const& field, ValueReader const& value);
void readValue(std::vector<std::string>& out, Field const& field, ValueReader const& value);
void writeValue(std::string const& value, Field const& field, ObjectWriter& out);
void writeValue(std::optional<bool> const& value, Field const& field, ObjectWriter& out);
void writeValue(Money const& value, Field const& field, ObjectWriter& out);
void writeValue(protocol::ResultStatus const& value, Field const& field, ObjectWriter& out);
void writeValue(std::vector<std::string> const& value, Field const& field, ObjectWriter& out);

namespace detail {

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isVector = false;
template <class T>
inline constexpr bool isVector<std::vector<T>> = true;
template <class T>
inline constexpr bool isStrongId = false;
template <class Tag>
inline constexpr bool isStrongId<StrongId<Tag>> = true;

template <class T>
struct MemberOf;
template <class C, class M>
struct MemberOf<M C::*> {
  using Class = C;
  using Member = M;
};

/// The type that a member holds: itself, or what is inside an optional or a vector.
template <class T>
struct Inner {
  using Of = T;
};
template <class T>
struct Inner<std::optional<T>> {
  using Of = T;
};
template <class T>
struct Inner<std::vector<T>> {
  using Of = T;
};

template <class M>
constexpr Type typeOf() {
  using T = typename Inner<M>::Of;
  if constexpr (std::is_same_v<M, std::vector<std::string>>) return Type::textArray;
  else if constexpr (std::is_same_v<T, std::string> || isStrongId<T>) return Type::text;
  else if constexpr (std::is_same_v<T, bool>) return Type::boolean;
  else if constexpr (std::is_same_v<T, protocol::ResultStatus>) return Type::status;
  else if constexpr (std::is_same_v<T, Money>) return Type::amount;
  else return isVector<M> ? Type::objectArray : Type::object;
}

template <class T>
Fields nestedFields() {
  return fieldsOf(static_cast<T const*>(nullptr));
}

template <class M>
void readMember(M& member, Field const& field, ValueReader const& value) {
  if constexpr (isStrongId<M>) {
    readValue(member.value, field, value);
  } else if constexpr (typeOf<M>() == Type::object && isOptional<M>) {
    readObject(&member.emplace(), field.nested(), value);
  } else if constexpr (typeOf<M>() == Type::object) {
    readObject(&member, field.nested(), value);
  } else if constexpr (typeOf<M>() == Type::objectArray) {
    for (ValueReader const& element : value.elements()) {
      readObject(&member.emplace_back(), field.nested(), element);
    }
  } else if constexpr (typeOf<M>() == Type::amount && isOptional<M>) {
    readValue(member.emplace(), field, value);
  } else {
    readValue(member, field, value);
  }
}

template <class M>
void writeMember(M const& member, Field const& field, ObjectWriter& out) {
  if constexpr (isStrongId<M>) {
    writeValue(member.value, field, out);
  } else if constexpr (typeOf<M>() == Type::object && isOptional<M>) {
    if (!member) return;
    ObjectWriter inner = out.object(field.name);
    writeObject(&*member, field.nested(), inner);
  } else if constexpr (typeOf<M>() == Type::object) {
    ObjectWriter inner = out.object(field.name);
    writeObject(&member, field.nested(), inner);
  } else if constexpr (typeOf<M>() == Type::objectArray) {
    for (auto const& element : member) {
      ObjectWriter inner = out.appendObject(field.name);
      writeObject(&element, field.nested(), inner);
    }
  } else if constexpr (typeOf<M>() == Type::amount && isOptional<M>) {
    if (member) writeValue(*member, field, out);
  } else {
    writeValue(member, field, out);
  }
}

template <auto Pointer>
void readField(void* object, Field const& field, ValueReader const& value) {
  using Class = typename MemberOf<decltype(Pointer)>::Class;
  readMember(static_cast<Class*>(object)->*Pointer, field, value);
}

template <auto Pointer>
void writeField(void const* object, Field const& field, ObjectWriter& out) {
  using Class = typename MemberOf<decltype(Pointer)>::Class;
  writeMember(static_cast<Class const*>(object)->*Pointer, field, out);
}

}  // namespace detail

/// A row of a message's table: `field<&PayRequest::order>("order", required, 0, "…")`. The rows
/// stand in the order in which the documents list the fields, and are sent in it.
template <auto Pointer>
constexpr Field field(std::string_view name, Presence presence, int maxLength,
                      std::string_view note) {
  using Member = typename detail::MemberOf<decltype(Pointer)>::Member;
  Field row;
  row.name = name;
  row.type = detail::typeOf<Member>();
  row.presence = presence;
  row.maxLength = maxLength;
  row.note = note;
  if constexpr (detail::typeOf<Member>() == Type::object ||
                detail::typeOf<Member>() == Type::objectArray) {
    row.nested = &detail::nestedFields<typename detail::Inner<Member>::Of>;
  }
  row.read = &detail::readField<Pointer>;
  row.write = &detail::writeField<Pointer>;
  return row;
}

}  // namespace aplus::codec
