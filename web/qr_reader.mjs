// Reads QR codes and Code 128 from pictures. The reader itself is large and rarely needed, so it is loaded when the first picture
// comes.
import { tr } from './language.mjs';

const kLargestFile = 40e6;
const kSides = [1600, 900];  // pixels; a photograph is scaled down to the first, and tried again at the second

let loading = null;

/** The reader: zxing-cpp as wasm, served with the page. */
function load() {
  loading ??= (async () => {
    const zxing = await import('./zxing/reader/index.js');
    await zxing.prepareZXingModule({
      overrides: { locateFile: () => new URL('./zxing/zxing_reader.wasm', import.meta.url).href },
      fireImmediately: true,
    });
    return zxing;
  })();
  loading.catch(() => { loading = null; });  // the next picture tries again
  return loading;
}

/** The pixels of a picture, its longer side at most `most`. The browser decodes it, whatever its format is. */
async function pixelsOf(picture, most) {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, most / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = '#fff';  // what is transparent counts as paper
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The text of the code in a picture. Throws an Error with a sentence for people. */
export async function readCode(picture) {
  if (picture.size > kLargestFile) throw new Error(tr('This picture is larger than 40 MB; choose a smaller one.'));
  let zxing;
  try {
    zxing = await load();
  } catch (error) {
    throw new Error(tr('The reader could not be loaded ({}). Try the picture again.', error.message));
  }
  for (const side of kSides) {
    let pixels;
    try {
      pixels = await pixelsOf(picture, side);
    } catch {
      throw new Error(tr('This file is no picture that the browser can show.'));
    }
    const found = await zxing.readBarcodes(pixels, { formats: ['QRCode', 'Code128'], tryHarder: true, maxNumberOfSymbols: 1 });
    const code = found.find(({ isValid, text }) => isValid && text !== '');
    if (code) return code.text;
  }
  throw new Error(tr('There is no QR code and no barcode in this picture that can be read. Come closer, and take care of light and focus.'));
}
