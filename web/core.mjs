// The compiled core: how texts go in and come out. Nothing else touches its memory.

/** Calls an exported function with one or more texts; they live as long as the call. */
export function callWithTexts(core, name, ...texts) {
  const addresses = texts.map((text) => {
    const size = core.lengthBytesUTF8(text) + 1;
    const address = core._malloc(size);
    core.stringToUTF8(text, address, size);
    return address;
  });
  try {
    return core[name](...addresses);
  } finally {
    for (const address of addresses) core._free(address);
  }
}

/** The text at an address, or null for a null pointer. */
export const textAt = (core, address) => (address ? core.UTF8ToString(address) : null);

/** Fetches and starts the wasm while it arrives; tells how much of it is there. */
export function instantiate(url, expectedBytes, onProgress, onError) {
  return (imports, done) => {
    (async () => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
      let arrived = 0;
      const counted = response.body.pipeThrough(new TransformStream({
        transform(chunk, controller) {
          arrived += chunk.byteLength;
          onProgress(Math.min(1, arrived / expectedBytes));
          controller.enqueue(chunk);
        },
      }));
      const wasm = new Response(counted, { headers: { 'Content-Type': 'application/wasm' } });
      const { instance, module } = await WebAssembly.instantiateStreaming(wasm, imports);
      done(instance, module);
    })().catch(onError);
    return {};
  };
}
