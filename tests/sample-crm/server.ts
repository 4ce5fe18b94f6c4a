import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A running sample CRM; `close` also drops connections the browser keeps alive. */
export interface SampleCrm {
  origin: string;
  port: number;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('./app/', import.meta.url));

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

// The policy is what keeps the promise "no external requests": a stray URL fails loudly in the console.
// Frames may come from any loopback port, so that a second server can play the telephony vendor.
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self' http://127.0.0.1:* http://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/** The file a request is for: a static file, or the page that renders the route; nothing for a bad path. */
export function fileFor(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  // Routes have no extension, so anything with one is a file or a 404, never the shell in disguise.
  if (extname(path) === '') return join(root, path.startsWith('/embed/') ? 'embed.html' : 'index.html');
  const file = resolve(root, `.${sep}${path}`);
  return file.startsWith(root) && contentTypes[extname(file)] ? file : undefined;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const file = fileFor(request.url ?? '/');
  const body = file && (await readFile(file).catch(() => undefined));
  if (!file || !body) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': contentTypes[extname(file)],
    'content-length': body.length,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Serves the sample CRM on loopback; port 0 takes any free one. Start it twice to get a second origin.
 */
export async function serveSampleCrm(options: { port?: number } = {}): Promise<SampleCrm> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', () => listening());
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((closed, failed) => {
        server.close((error) => (error ? failed(error) : closed()));
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  const crm = await serveSampleCrm({ port: Number(process.argv[2] ?? 4173) });
  console.log(`Sample CRM: ${crm.origin}/customers/1042`);
}
