#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/error.h"
#include "scenario/playback.h"

namespace aplus::app {

/// What a link says: a run is a scenario that comes with the playground, a seed and what a person changed.
struct Permalink {
  std::string scenario;
  std::uint64_t seed = 1;
  std::size_t step = 0;
  std::vector<scenario::Edit> edits;
};

/// `#v=1&s=upm-pay&seed=1&step=12&edits=…`; edits is JSON, `[{"at":12,"name":"ringUp",…}]`, percent-encoded.
/// Only texts that a person typed are in it; keys never are. Error `NOT_LINKABLE` for a scenario of
/// one's own, which an id alone would not find again, and for one-time passwords that were typed without having come
/// to the phone.
Result<std::string> formatPermalink(scenario::Playback const& run);

/// Reads any version that was ever made. Error `INVALID_LINK` says which part is wrong.
Result<Permalink> parsePermalink(std::string_view fragment);

/// The run that a link names, at its step. Errors also of loading, seeking and commands.
Result<scenario::Playback> openPermalink(std::string_view fragment);

/// A command from `{"name": …, …}`. Errors `INVALID_ARGUMENT` and those of user::check().
Result<user::Command> commandFromJson(nlohmann::ordered_json const& json);

}  // namespace aplus::app
