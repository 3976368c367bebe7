// The real text field that lies over the drawn one while it is edited, so that input methods, dictation and soft
// keyboards work as in any field. What is typed goes to the wasm at once; the field itself stays empty but for one
// blank, which lets a soft keyboard's backspace be noticed. While an input method composes, the field shows what is not
// decided yet, where the caret is.
import { callWithTexts } from './core.mjs';

export function createTextField(field, canvas, core) {
  let composing = false;
  let shown = false;
  let left = false;  // the keyboard is elsewhere; the wasm knows it a frame later
  const reset = () => {
    field.value = ' ';
    field.setSelectionRange(1, 1);
  };
  const insert = (text) => { if (text) callWithTexts(core(), '_aplus_text', text); };

  field.addEventListener('compositionstart', () => {
    composing = true;
    field.value = '';
    field.classList.add('composing');
  });
  field.addEventListener('compositionupdate', (event) => field.style.setProperty('--letters', String([...event.data].length)));
  field.addEventListener('compositionend', (event) => {
    composing = false;
    field.classList.remove('composing');
    insert(event.data);
    reset();
  });
  field.addEventListener('beforeinput', (event) => {
    if (composing || event.inputType.endsWith('CompositionText') || event.inputType === 'insertFromComposition') return;
    // Paste and cut have events of their own.
    if (/^insert(Text|ReplacementText|FromDrop)$/.test(event.inputType)) insert(event.data ?? event.dataTransfer?.getData('text/plain'));
    else if (event.inputType === 'insertLineBreak' && !keyWasDown) callWithTexts(core(), '_aplus_edit', event.inputType);
    else if (event.inputType.startsWith('delete') && !keyWasDown) callWithTexts(core(), '_aplus_edit', event.inputType);
    event.preventDefault();
  });
  field.addEventListener('input', () => { if (!composing) reset(); });

  // A hardware keyboard's Backspace reaches the wasm as a key already.
  let keyWasDown = false;
  field.addEventListener('keydown', (event) => { keyWasDown = /^(Backspace|Delete|Enter)$/.test(event.key); });
  field.addEventListener('keyup', () => { keyWasDown = false; });

  // Whoever goes elsewhere on the page has left the drawn field as well, or it would take the keyboard back.
  field.addEventListener('blur', (event) => {
    if (composing || !shown || !document.hasFocus() || event.relatedTarget === canvas) return;
    left = true;
    core()._aplus_text_left();
  });

  return {
    show(x, y, height) {
      if (left) return;
      shown = true;
      field.hidden = false;
      field.style.setProperty('left', `${x}px`);
      field.style.setProperty('top', `${y}px`);
      field.style.setProperty('height', `${Math.max(16, height)}px`);
      if (document.activeElement !== field) {
        reset();
        field.focus({ preventScroll: true });
      }
    },
    hide() {
      const hadFocus = document.activeElement === field;
      shown = left = false;
      field.hidden = true;
      if (hadFocus) canvas.focus({ preventScroll: true });
    },
  };
}
