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
/// | scenarios | – | `[{id, title, summary, flow}]` |
/// | load | `scenario`: an id or a scenario object; `seed`: whole number, 1 unless told | state |
/// | loadFile | `text` of a scenario file and its name as `file`, for error texts | state |
/// | open | `fragment`: of a permalink | state |
/// | step, back, runToEnd | – | state |
/// | advanceToNextDeadline | – | state, after the next timer that runs out |
/// | seek | `n`: how many steps have happened | state |
/// | command | `name` and the command's arguments, texts or numbers | state |
/// | state | – | `{run, scenario, seed, cursor, length, finished, time, branch, digest, undo}`, null before the first load; another `run` means that another one was loaded, and `undo` says what an undo would take back |
/// | transcript | – | the transcript of the steps so far, an object |
/// | permalink | – | the fragment that opens this run at this step |
///
/// What a page without a canvas shows; texts are in the page's language:
///
/// | verb | arguments | value |
/// |---|---|---|
/// | lesson | – | `{id, title, summary, integration, source, steps: [{id, say, yourWallet: [{text, source, ours}], progress, begins}], expectations, invariants: [{subject, text, ok}], question: {step, question, answers, right, why} or null, stopped}`; progress is done, current or ahead; yourWallet is the part's own sentence, or what the protocol asks of a wallet at the part's steps so far |
/// | rows | `from`: a step, 1 unless told | the steps that have happened: `[{n, time, elapsed, kind, kindWord, phase, title, from, to, result, docStep, docSection, signature}]`; signature is true, false or null |
/// | details | `n`: a step that has happened | a row and `{sentence, method, uri, headers: [{name, value}], body, bodyBytes, covered, pretty: [[token, text]], check or notSigned, yourWallet: {text, source, ours} or null, notes: [{text, source, ours, docSection, docStep}]}`; `bodyBase64` where the body is no text |
/// | screens | – | `{clock, shop, phone, sms, till, browser: {title, lines: [{kind, text}]}, hands: [{name, label, screen, meaning, offered, reason, arguments: [{name, required, meaning, value, choices}]}]}` |
/// | states | – | `[{party, title, state}]` |
/// | branches | – | `[{name, forkedAt, current}]` |
/// | switchBranch | `branch`: its place in that list | state |
/// | undo | – | takes back the last command, branch switch or load; state |
/// | desk | none, or `act` and what it takes (desk_verbs.h) | what lies on the signing desk, without private keys |
std::string call(ui::Controller& controller, std::string_view verb, std::string_view args);

}  // namespace aplus::app
