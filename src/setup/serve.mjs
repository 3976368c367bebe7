// Serves a folder as the page wants to be served: right types, Brotli or gzip, the headers below.
//   node src/setup/serve.mjs [--port N] [--host NAME] [--check]
// --check only says whether it could: ./playground asks before it spends minutes on a build.
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The page loads nothing from elsewhere and may be framed by anyone; wasm needs 'wasm-unsafe-eval', and eval stays off.
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data: blob:",
    "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'",
    "form-action 'none'", 'frame-ancestors *',
  ].join('; '),
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

// site.mjs gives every file that may be kept for ever a hash in its name.
const isHashed = (pathname) => /\.[0-9a-f]{12}\.[a-z]+$/.test(pathname);

/** Starts the server and resolves to {url, close()}. Port 0 takes any free one. Rejects with a plain sentence. */
export async function serve({ folder = path.join(root, 'build/site'), port, host } = {}) {
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(`${folder} holds no site; build it with ./playground serve.`);
  }
  const { default: sirv } = await import('sirv');   // here, because --check runs before npm packages are there
  const files = sirv(folder, {
    etag: true, brotli: true, gzip: true,
    setHeaders: (response, pathname) =>
      response.setHeader('Cache-Control', isHashed(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  const answer = (response, status, text) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
    response.end(text);
  };
  return listen(createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'Only GET and HEAD.\n');
    files(request, response, () => answer(response, 404, 'There is no such file.\n'));
  }), port, host);
}

function listen(server, port = 8080, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error({
      EADDRINUSE: `port ${port} is taken by another program; stop that or choose another port, for example ./playground serve --port ${port + 1}.`,
      EACCES: `port ${port} may not be opened by this user; choose one above 1023, for example ./playground serve --port 8080.`,
    }[error.code] ?? `the server could not start (${error.message}).`)));
    server.listen(port, host, () => resolve({
      url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${server.address().port}`,
      close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
    }));
  });
}

function parse(args) {
  const options = {};
  for (let i = 0; i < args.length; i++) {
    const [flag, attached] = args[i].split('=', 2);
    if (flag === '--port' || flag === '--host') {
      const value = attached ?? args[++i];
      if (flag === '--host') options.host = value;
      else if (/^\d{1,5}$/.test(value ?? '') && Number(value) < 65536) options.port = Number(value);
      else throw new Error(`--port wants a number from 0 to 65535, not "${value ?? ''}".`);
    } else if (flag === '--check') options.check = true;
    else throw new Error(`serve does not know "${args[i]}"; it takes --port N and --host NAME.`);
  }
  return options;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { check, ...options } = parse(process.argv.slice(2));
    if (check) {
      await (await listen(createServer(), options.port, options.host)).close();
    } else {
      const { url } = await serve(options);
      console.log(`\n  The playground is at ${url}   (Ctrl+C stops it)`);
    }
  } catch (error) {
    console.error(`\nplayground: ${error.message}`);
    process.exit(1);
  }
}
