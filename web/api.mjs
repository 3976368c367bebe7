// window.playground: the run, for scripts, pages that embed this one, and tests. Every verb returns a promise.
import { callWithTexts, textAt } from './core.mjs';

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What each verb expects; returns the arguments for the core or throws an Error that says what was wrong. */
const verbs = {
  scenarios: () => ({}),
  load(scenario, options = {}) {
    if (typeof scenario !== 'string' && !isObject(scenario)) {
      throw new Error('load(idOrObject, {seed}) expects the id of a scenario such as "upm-pay", or a scenario object.');
    }
    if (!isObject(options)) throw new Error('load(idOrObject, {seed}) expects an object as its second argument, such as {seed: 1}.');
    const seed = options.seed ?? 1;
    if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('load: seed expects a whole number from 0 on, such as 1.');
    return { scenario, seed };
  },
  step: () => ({}),
  back: () => ({}),
  seek(n) {
    if (!Number.isSafeInteger(n) || n < 0) throw new Error('seek(n) expects a whole number from 0 on: how many steps have happened.');
    return { n };
  },
  runToEnd: () => ({}),
  advanceToNextDeadline: () => ({}),
  command(command) {
    if (!isObject(command) || typeof command.name !== 'string') {
      throw new Error('command({name, …}) expects an object with the name of a command, such as {name: "openPaymentPage"}.');
    }
    return command;
  },
  state: () => ({}),
  transcript: () => ({}),
  permalink: () => ({}),
  lesson: () => ({}),
  rows(from = 1) {
    if (!Number.isSafeInteger(from) || from < 1) throw new Error('rows(from) expects the number of a step, from 1 on.');
    return { from };
  },
  details(n) {
    if (!Number.isSafeInteger(n) || n < 1) throw new Error('details(n) expects the number of a step that has happened, from 1 on.');
    return { n };
  },
  screens: () => ({}),
  states: () => ({}),
  branches: () => ({}),
  undo: () => ({}),
  switchBranch(branch) {
    if (!Number.isSafeInteger(branch) || branch < 0) throw new Error('switchBranch(branch) expects its place in branches(), from 0 on.');
    return { branch };
  },
  renameBranch(branch, name) {
    if (!Number.isSafeInteger(branch) || branch < 0 || typeof name !== 'string') {
      throw new Error('renameBranch(branch, name) expects its place in branches(), from 0 on, and a text.');
    }
    return { branch, name };
  },
};

export function createApi() {
  let core = null;
  let afterCall = () => {};
  let markReady;
  let markBroken;
  const ready = new Promise((resolve, reject) => { markReady = resolve; markBroken = reject; });
  ready.catch(() => {});  // whoever waits for it is told

  function call(verb, args) {
    const answer = JSON.parse(textAt(core, callWithTexts(core, '_aplus_call', verb, JSON.stringify(args))));
    core._aplus_after_verb();
    core._aplus_redraw();
    afterCall();
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  }

  async function perform(verb, args) {
    const checked = verbs[verb](...args);
    await ready;
    const value = call(verb, checked);
    return verb === 'permalink' ? new URL(value, location.href).href : value;
  }

  const api = { ready: ready.then(() => undefined) };
  api.ready.catch(() => {});
  for (const verb of Object.keys(verbs)) api[verb] = (...args) => perform(verb, args);
  api.ui = Object.freeze({
    /** Where the things are that a person can touch, in CSS pixels of the canvas. */
    items: async () => {
      await ready;
      return JSON.parse(textAt(core, core._aplus_items()));
    },
    /** Frames drawn so far. */
    frames: async () => {
      await ready;
      return core._aplus_frame_count();
    },
    /** What the last frame cost the page's thread in wasm, in milliseconds; the graphics driver's part is not in it. */
    frameCost: async () => {
      await ready;
      return core._aplus_frame_cost();
    },
  });

  return {
    api: Object.freeze(api),
    /** `called` is told after every verb. */
    attach(started, called) {
      core = started;
      afterCall = called;
    },
    callNow: call,
    markReady: () => markReady(),
    markBroken: (error) => markBroken(error),
  };
}

/** The same verbs for pages that embed this one: {aplus: 1, id, verb, args} -> {aplus: 1, id, ok, value | error}. */
export function answerMessages(api) {
  window.addEventListener('message', async (event) => {
    const asked = event.data;
    if (!isObject(asked) || asked.aplus !== 1 || typeof asked.verb !== 'string' || !event.source) return;
    const answer = { aplus: 1, id: asked.id };
    try {
      if (!Object.hasOwn(verbs, asked.verb)) {
        throw new Error(`There is no verb "${asked.verb}"; there are ${Object.keys(verbs).join(', ')}.`);
      }
      const args = asked.args === undefined ? [] : Array.isArray(asked.args) ? asked.args : [asked.args];
      answer.value = await api[asked.verb](...args);
      answer.ok = true;
    } catch (error) {
      answer.ok = false;
      answer.error = error.message;
    }
    event.source.postMessage(answer, { targetOrigin: event.origin === 'null' ? '*' : event.origin });
  });
}
