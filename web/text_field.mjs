// The real text field that lies over the drawn one while it is edited, so that input methods, dictation and soft
// keyboards work as in any field. What is typed goes to the wasm at once; the field itself stays empty but for one
// blank, which lets a soft keyboard's backspace be noticed.
import { callWithTexts } from './core.mjs';

export function createTextField(field, canvas, core) {
  let composing = false;
  const reset = () => {
    field.value = ' ';
    field.setSelectionRange(1, 1);
  };

  field.addEventListener('compositionstart', () => { composing = true; });
  field.addEventListener('compositionend', (event) => {
    composing = false;
    if (event.data) callWithTexts(core(), '_aplus_text', event.data);
    reset();
  });
  field.addEventListener('beforeinput', (event) => {
    if (composing || event.inputType.endsWith('CompositionText')) return;
    // Paste and cut have events of their own.
    if (event.inputType === 'insertText' && event.data) callWithTexts(core(), '_aplus_text', event.data);
    else if (event.inputType.startsWith('delete') && !keyWasDown) callWithTexts(core(), '_aplus_edit', event.inputType);
    event.preventDefault();
  });
  field.addEventListener('input', () => { if (!composing) reset(); });

  // A hardware keyboard's Backspace reaches the wasm as a key already.
  let keyWasDown = false;
  field.addEventListener('keydown', (event) => { keyWasDown = event.key === 'Backspace' || event.key === 'Delete'; });
  field.addEventListener('keyup', () => { keyWasDown = false; });

  return {
    show(x, y, height) {
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
      field.hidden = true;
      if (hadFocus) canvas.focus({ preventScroll: true });
    },
  };
}
