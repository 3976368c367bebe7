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
  enumeration,  ///< one of `Field::allowed`
  datetime,     ///< ISO 8601 with an offset; the text is kept as it came
  url,
  decimal,  ///< digits with at most one point, such as a quotePrice
  integer,  ///< whole and not negative
  boolean,
  status,
  amount,
  object,
  textArray,
  objectArray,
};

/// `conditional` is optional for the codec's first look; `Field::when` says when it must be there.
enum class Presence : std::uint8_t { required, conditional, optional };

struct Field;
using Fields = std::span<Field const>;

/// The values of an enumeration: `inline constexpr std::string_view kOsTypes[] = {"IOS", "ANDROID"};`
using Allowed = std::span<std::string_view const>;

namespace detail {

template <class T>
bool call(bool (*predicate)(T const&), void const* object) {
  return predicate(*static_cast<T const*>(object));
}

template <auto Predicate>
bool applies(void const* object) {
  return call(Predicate, object);
}

}  // namespace detail

/// One field of a message: everything that reading, writing and explaining it needs.
struct Field {
  std::string_view name;
  Type type = Type::text;
  Presence presence = Presence::optional;
  int maxLength = 0;      ///< in characters; 0: no limit of its own
  std::string_view note;  ///< what it means, in our own words
  std::string_view when = {};    ///< for `conditional`: when it must be there
  std::string_view choice = {};  ///< what about it is a sandbox choice and no published fact
  std::string_view alias = {};   ///< a second spelling that is accepted but never sent
  Allowed allowed = {};          ///< for an enumeration
  std::int64_t min = 0;          ///< for an integer
  std::int64_t max = INT64_MAX;
  bool emptyIsAbsent = false;    ///< `""` is taken as absent, against the rule, and noted
  Fields (*nested)() = nullptr;  ///< the fields of an object or of an array's objects
  /// Whether a conditional field must be there in this object; null when the object alone cannot say.
  bool (*demanded)(void const* object) = nullptr;
  bool (*present)(void const* object) = nullptr;
  void (*read)(void* object, Field const& field, ValueReader const& value) = nullptr;
  void (*write)(void const* object, Field const& field, ObjectWriter& out) = nullptr;

  // What a row of a table says beyond name, presence, length and note.

  constexpr Field oneOf(Allowed values) const {
    Field row = *this;
    row.type = Type::enumeration;
    row.allowed = values;
    return row;
  }
  constexpr Field asDatetime() const { return as(Type::datetime); }
  constexpr Field asUrl() const { return as(Type::url); }
  constexpr Field asDecimal() const { return as(Type::decimal); }
  constexpr Field between(std::int64_t low, std::int64_t high) const {
    Field row = *this;
    row.min = low;
    row.max = high;
    return row;
  }
  constexpr Field alsoSpelled(std::string_view other) const {
    Field row = *this;
    row.alias = other;
    return row;
  }
  constexpr Field emptyMeansAbsent() const {
    Field row = *this;
    row.emptyIsAbsent = true;
    return row;
  }
  constexpr Field sandboxChoice(std::string_view what) const {
    Field row = *this;
    row.choice = what;
    return row;
  }
  /// The condition is for the participants to judge: it needs more than this object.
  constexpr Field requiredWhen(std::string_view condition) const {
    Field row = *this;
    row.presence = Presence::conditional;
    row.when = condition;
    return row;
  }
  /// The codec judges it: `bool Predicate(Message const&)`.
  template <auto Predicate>
  constexpr Field requiredWhen(std::string_view condition) const {
    Field row = requiredWhen(condition);
    row.demanded = &detail::applies<Predicate>;
    return row;
  }

 private:
  constexpr Field as(Type wanted) const {
    Field row = *this;
    row.type = wanted;
    return row;
  }
};

/// What is wrong with a text as this field's value, or nothing: `must be …`. Also for forms.
std::optional<std::string> problemWith(Field const& field, std::string_view text);

/// Reads an object's fields in place. Unknown fields are noted and ignored.
void readObject(void* object, Fields fields, ValueReader const& value);
void writeObject(void const* object, Fields fields, ObjectWriter& out);

// Scalars. An absent optional text is the empty string: an empty one never stands on the wire.
void readValue(std::string& out, Field const& field, ValueReader const& value);
void readValue(std::optional<bool>& out, Field const& field, ValueReader const& value);
void readValue(std::optional<std::int64_t>& out, Field const& field, ValueReader const& value);
void readValue(Money& out, Field const& field, ValueReader const& value);
void readValue(protocol::ResultStatus& out, Field const& field, ValueReader const& value);
void readValue(std::vector<std::string>& out, Field const& field, ValueReader const& value);
void writeValue(std::string const& value, Field const& field, ObjectWriter& out);
void writeValue(std::optional<bool> const& value, Field const& field, ObjectWriter& out);
void writeValue(std::optional<std::int64_t> const& value, Field const& field, ObjectWriter& out);
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
  else if constexpr (std::is_same_v<T, std::int64_t>) return Type::integer;
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

/// Whether a member would be written. What can never be absent is always there.
template <class M>
bool isPresent(M const& member) {
  if constexpr (isStrongId<M>) return !member.value.empty();
  else if constexpr (isOptional<M>) return member.has_value();
  else if constexpr (isVector<M> || std::is_same_v<M, std::string>) return !member.empty();
  else return true;
}

template <auto Pointer>
bool isFieldPresent(void const* object) {
  using Class = typename MemberOf<decltype(Pointer)>::Class;
  return isPresent(static_cast<Class const*>(object)->*Pointer);
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
  row.present = &detail::isFieldPresent<Pointer>;
  row.read = &detail::readField<Pointer>;
  row.write = &detail::writeField<Pointer>;
  return row;
}

}  // namespace aplus::codec
