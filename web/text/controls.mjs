// Moving through the run: step, back, play, to any place; branches; a link to this very step.
import { tr } from '../language.mjs';
import { button, fill, h, setText, setUsable } from './dom.mjs';

const kPlayStepMs = 900;

export function createControls(run) {
  let timer = null;
  let state = null;
  let branches = '';

  function pause() {
    clearInterval(timer);
    timer = null;
    setText(play, tr('Play'));
    play.setAttribute('aria-pressed', 'false');
  }
  function playOn() {
    if (run.ask('state').finished) return pause();
    run.act('step');
  }
  function togglePlay() {
    if (timer !== null) return pause();
    if (state.finished) run.act('seek', { n: 0 });
    timer = setInterval(playOn, kPlayStepMs);
    setText(play, tr('Pause'));
    play.setAttribute('aria-pressed', 'true');
    playOn();
  }

  const move = (verb, args) => () => {
    pause();
    run.look.selected = 0;
    run.act(verb, args);
  };
  const toStart = button('tv-start', tr('To the start'), move('seek', { n: 0 }));
  const back = button('tv-back', tr('Back'), move('back'), { describedBy: 'tv-keys' });
  const step = button('tv-step', tr('Step'), move('step'), { kind: 'primary', describedBy: 'tv-keys' });
  const play = button('tv-play', tr('Play'), togglePlay);
  play.setAttribute('aria-pressed', 'false');
  const toEnd = button('tv-end', tr('Run to the end'), move('runToEnd'));
  const deadline = button('tv-deadline', tr('Next deadline'), move('advanceToNextDeadline'));
  const slider = h('input', { id: 'tv-seek', type: 'range', min: '0', step: '1', 'aria-label': tr('Place in the run'),
    oninput: () => move('seek', { n: Number(slider.value) })() });
  const place = h('p', { class: 'place' });
  const clock = h('p', { class: 'clock' });
  const branchBox = h('div', { class: 'branches' });
  const undo = button('tv-undo', '', () => { pause(); run.act('undo'); }, { kind: 'quiet' });
  const link = button('tv-link', tr('Copy link'), async () => {
    try {
      await run.copy(run.link(), tr('The link to this step was copied.'));
    } catch (error) {
      run.problem(error);
    }
  });

  function showBranches() {
    const list = run.ask('branches');
    const key = JSON.stringify(list);
    if (key === branches) return;
    branches = key;
    if (list.length < 2) return fill(branchBox);
    const select = h('select', { id: 'tv-branch', onchange: () => move('switchBranch', { branch: Number(select.value) })() },
      list.map(({ name, forkedAt }, i) => h('option', { value: i, selected: list[i].current },
        i === 0 ? name : tr('{}, from step {}', name, forkedAt))));
    const now = list.findIndex(({ current }) => current);
    const name = h('input', { id: 'tv-branch-name', value: list[now].name, 'aria-label': tr('Name of the branch that is shown') });
    const rename = button('tv-branch-rename', tr('Rename'), () => run.act('renameBranch', { branch: now, name: name.value }), { kind: 'quiet' });
    fill(branchBox, h('label', { for: 'tv-branch' }, tr('Branch')), select, name, rename);
  }

  const element = h('div', { class: 'controls', role: 'group', 'aria-label': tr('Run') },
    h('div', { class: 'buttons' }, toStart, back, step, play, toEnd, deadline),
    h('div', { class: 'seek' }, slider, place),
    h('div', { class: 'aside' }, clock, branchBox, undo, link),
    h('p', { id: 'tv-keys', class: 'unseen' }, tr('The right and left arrow keys step and go back wherever no field has the keyboard.')));

  /** Arrow keys belong to fields, lists and whatever scrolls. */
  function onKey(event) {
    const ours = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.defaultPrevented
      && !event.target.closest?.('input, select, textarea, [contenteditable], .scroll, [role=tab]');
    const key = { ArrowRight: step, ArrowLeft: back }[event.key];
    if (!ours || !key) return;
    event.preventDefault();
    key.click();
  }

  return {
    element,
    pause,
    onKey,
    get playing() { return timer !== null; },
    update(now) {
      state = now;
      setUsable(toStart, state.cursor === 0 ? tr('This is the beginning.') : '');
      setUsable(back, state.cursor === 0 ? tr('This is the beginning.') : '');
      setUsable(step, state.finished ? tr('This is the end.') : '');
      setUsable(toEnd, state.finished ? tr('This is the end.') : '');
      if (state.finished && timer !== null) pause();
      slider.max = String(state.length);
      slider.value = String(state.cursor);
      slider.setAttribute('aria-valuetext', tr('Step {} of {}', state.cursor, state.length));
      setText(place, tr('Step {} of {}', state.cursor, state.length));
      setText(clock, tr('Clock {}', state.time.slice(0, 19).replace('T', ' ')));
      undo.hidden = state.undo === '';
      setText(undo, tr('Take back: {}', state.undo));
      showBranches();
    },
  };
}
