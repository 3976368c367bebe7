// Files that are dropped on the page, pasted into it, or chosen or taken with it: a picture of a code is what the wallet's
// camera sees, a scenario file is opened.
import { tr } from './language.mjs';
import { readCode } from './qr_reader.mjs';

const kLargestScenario = 1e6;

const isPicture = ({ type }) => type.startsWith('image/');
const isScenario = ({ type, name }) => type === 'application/json' || name.endsWith('.json');

/** `input` is the file field that the page's own button opens. `onProblem` gets sentences. */
export function listenForFiles({ input, onCode, onScenario, onProblem }) {
  async function take(files, complain) {
    const file = files.find(isPicture) ?? files.find(isScenario);
    try {
      if (!file) {
        if (complain) onProblem(tr('This page takes pictures of codes and scenario files (.json).'));
      } else if (isPicture(file)) {
        onCode(await readCode(file));
      } else if (file.size > kLargestScenario) {
        onProblem(tr('This file is larger than a megabyte; a scenario is not.'));
      } else {
        onScenario(await file.text(), file.name);
      }
    } catch (error) {
      onProblem(error.message);
    }
  }
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();  // or the browser would leave the page for the file
    take([...event.dataTransfer.files], true);
  });
  document.addEventListener('paste', (event) => take([...event.clipboardData?.files ?? []], false));
  input.addEventListener('change', () => {
    take([...input.files], true);
    input.value = '';  // so that the same file may be chosen again
  });
}
