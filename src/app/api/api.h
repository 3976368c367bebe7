#pragma once

#include <string>
#include <string_view>

#include "ui/controller.h"

namespace aplus::app {

/// A verb of `window.playground` on the run that a controller owns. `args` is a JSON object. The answer is
/// `{"ok":true,"value":…}` or `{"ok":false,"error":"…"}`, whose sentence says what was expected.
///
/// | verb | arguments | value |
/// |---|---|---|
/// | scenarios | – | `[{id, title, summary}]` |
/// | load | `scenario`: an id or a scenario object; `seed`: whole number, 1 unless told | state |
/// | open | `fragment`: of a permalink | state |
/// | step, back, runToEnd | – | state |
/// | advanceToNextDeadline | – | state, after the next timer that runs out |
/// | seek | `n`: how many steps have happened | state |
/// | command | `name` and the command's arguments, texts or numbers | state |
/// | state | – | `{scenario, seed, cursor, length, finished, time, branch, digest}`, null before the first load |
/// | transcript | – | the transcript of the steps so far, an object |
/// | permalink | – | the fragment that opens this run at this step |
std::string call(ui::Controller& controller, std::string_view verb, std::string_view args);

}  // namespace aplus::app
