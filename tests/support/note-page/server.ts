import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';

/** A page with fields of every kind to write notes in, on loopback. */
export interface NotePage {
  origin: string;
  close(): Promise<void>;
}

// As strict as a CRM that cares: what Ringback does must need nothing of the page's policy.
const policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-src 'self'";

/** Bundles the page and serves it. */
export async function serveNotePage(): Promise<NotePage> {
  const script = await bundle(fileURLToPath(new URL('./page/main.ts', import.meta.url)));
  const answers: Record<string, [type: string, body: string]> = {
    '/': ['text/html', '<!doctype html><html lang=en><body><script type=module src=/main.js></script>'],
    '/main.js': ['text/javascript', script],
    '/frame': ['text/html', '<!doctype html><html lang=en><body>'],
  };
  const server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? '/'] ?? ['text/plain', ''];
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.setHeader('content-security-policy', policy);
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}
