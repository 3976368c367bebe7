// The rules can fail: each is shown something bad, and something good that looks like it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOnly, determinism, includes, places, readmes } from './rules.mjs';

const one = (path, text) => [{ path, text }];
const bad = (rule, path, text, sentence) => assert.match(rule(one(path, text)).join('\n'), sentence, `${path}: ${text}`);
const good = (rule, path, text) => assert.deepEqual(rule(one(path, text)), [], `${path}: ${text}`);

test('include directions', () => {
  bad(includes, 'src/protocol/a.h', '#include "timeline/world.h"', /a\.h:1: src\/protocol must not include src\/timeline/);
  bad(includes, 'src/base/a.cpp', '\n#  include "crypto/rsa.h"', /a\.cpp:2: src\/base must not/);
  bad(includes, 'src/participants/user/a.h', '#include "network/link.h"', /participants must not include src\/network/);
  bad(includes, 'src/inspect/a.h', '#include "scenario/scenario.h"', /must not include/);
  bad(includes, 'src/ui/a.h', '#include "host/web/canvas.h"', /must not include/);
  bad(includes, 'src/ui/a.h', '#include "app/js_api.h"', /must not include/);
  bad(includes, 'src/base/a.cpp', '#include "../crypto/rsa.h"', /start at src/);
  bad(includes, 'src/base/a.cpp', '#include "money.h"', /start at src/);
  good(includes, 'src/ui/panels/a.cpp', '#include "base/money.h"\n#include "timeline/world.h"\n#include <map>');
  good(includes, 'src/app/aplus_main.cpp', '#include "ui/layout.h"\n#include "host/headless/run.h"\n#include <CLI/CLI.hpp>');
});

test('participants do not include each other', () => {
  bad(includes, 'src/participants/wallet/app/a.cpp', '#include "participants/wallet/server/state.h"', /never include each other/);
  bad(includes, 'src/participants/context.h', '#include "participants/user/state.h"', /never include each other/);
  good(includes, 'src/participants/wallet/app/a.cpp', '#include "participants/wallet/app/state.h"\n#include "participants/context.h"');
  good(includes, 'src/timeline/world.h', '#include "participants/user/state.h"\n#include "participants/acquirer/state.h"');
});

test('foreign headers', () => {
  bad(includes, 'src/app/playground_main.cpp', '#include <imgui.h>', /only src\/ui and src\/host include ImGui/);
  bad(includes, 'src/timeline/a.cpp', '#include "imgui_internal.h"', /ImGui/);
  bad(includes, 'src/host/headless/a.cpp', '#include <emscripten/html5.h>', /host\/web/);
  bad(includes, 'src/app/js_api.cpp', '#include <emscripten.h>', /host\/web/);
  bad(includes, 'src/protocol/signing.cpp', '#include <openssl/evp.h>', /only src\/crypto/);
  bad(includes, 'src/protocol/signing.cpp', '#include <nlohmann/json.hpp>', /protocol\/codec/);
  bad(includes, 'src/scenario/loader.h', '#include <nlohmann/json.hpp>', /json_fwd/);
  good(includes, 'src/scenario/loader.h', '#include <nlohmann/json_fwd.hpp>');
  good(includes, 'src/protocol/codec/reader.cpp', '#include <nlohmann/json.hpp>');
  good(includes, 'src/ui/a.cpp', '#include "imgui.h"\n#include <qrcodegen.h>');
  good(includes, 'src/host/web/a.cpp', '#include <emscripten/html5.h>\n#include <GLES3/gl3.h>\n#include <imgui_impl_opengl3.h>');
});

test('what would make a run differ between machines', () => {
  bad(determinism, 'src/timeline/a.h', 'std::unordered_map<Id, int> m;', /a\.h:1: .*unordered/);
  bad(determinism, 'src/participants/user/a.cpp', 'double share = 0.5;', /floating point/);
  bad(determinism, 'src/network/a.h', 'std::map<Link*, int> byLink;', /pointers as keys/);
  bad(determinism, 'src/timeline/world.h', 'struct W {\n  std::size_t count = 0;\n};', /world\.h:2: .*4 bytes/);
  bad(determinism, 'src/timeline/world.h', '  unsigned long n;', /4 bytes/);
  bad(determinism, 'src/ui/a.cpp', 'auto t = std::chrono::steady_clock::now();', /wall clock/);
  bad(determinism, 'src/protocol/a.cpp', 'std::shuffle(a, b, g);', /chance/);
  bad(determinism, 'src/invariants/a.h', 'void check(World& world);', /const World/);
  good(determinism, 'src/invariants/a.h', 'void check(World const& world); void also(const World& world);');
  good(determinism, 'src/timeline/a.cpp', '// a double-entry book, unordered_map\nauto s = "double"; for (std::size_t i = 0; i < n; ++i) {}');
  good(determinism, 'src/timeline/a.h', 'std::size_t size() const;\nstd::map<Id, std::vector<int>> m; int doubled;');
  good(determinism, 'src/ui/a.cpp', 'float width = 1.0f; std::unordered_map<int, int> m;');
  good(determinism, 'src/app/a.cpp', 'std::chrono::steady_clock::now()');
});

test('comments and literals are not code', () => {
  assert.equal(codeOnly('a /* double\nx */ "float" \'c\' 1\'000 // rand(').replace(/ +/g, ' '), 'a \n 1\'000 ');
  assert.equal(codeOnly('R"x(double " )x" b').trim(), 'b');
});

test('READMEs, hosts and folders', () => {
  assert.deepEqual(readmes([...one('src/base/a.h', ''), ...one('src/crypto/README.md', '')]).length, 1);
  assert.match(places(one('docs/a.md', 'x\nsee /somewhere/else/b'), ['/somewhere/']).join(), /a\.md:2/);
  assert.deepEqual(places(one('docs/a.md', 'nothing'), ['/somewhere/']), []);
});
