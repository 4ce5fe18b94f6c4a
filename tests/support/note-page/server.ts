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
const policy =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-src 'self' http://localhost:*";

/** Images and forms hide what the document has under their names, controls what their form has. */
const ofDocument = [
  'activeElement',
  'createTreeWalker',
  'getSelection',
  'execCommand',
  'hasFocus',
  'body',
  'designMode',
  'addEventListener',
  'removeEventListener',
  'defaultView',
];
const ofForm = [
  'isContentEditable',
  'parentNode',
  'getAttribute',
  'matches',
  'textContent',
  'contains',
  'getRootNode',
  'dispatchEvent',
  'nodeType',
  'childNodes',
  'ownerDocument',
];
const clobbered = `<!doctype html><html lang=en><body>
  ${ofDocument.map((name) => `<img name=${name} alt="">`).join('')}
  <form contenteditable>${ofForm.map((name) => `<input name=${name}>`).join('')}<div tabindex=0>Here</div></form>
  <form>${ofForm.map((name) => `<input name=${name}>`).join('')}<textarea></textarea></form>`;

/** Bundles the page and serves it. */
export async function serveNotePage(): Promise<NotePage> {
  const script = await bundle(fileURLToPath(new URL('./page/main.ts', import.meta.url)));
  const answers: Record<string, [type: string, body: string]> = {
    '/': ['text/html', '<!doctype html><html lang=en><body><script type=module src=/main.js></script>'],
    '/main.js': ['text/javascript', script],
    '/clobbered': ['text/html', clobbered],
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
