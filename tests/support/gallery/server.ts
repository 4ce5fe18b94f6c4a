import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { createServer, type Plugin } from 'vite';
import { root } from '../paths.ts';

const here = import.meta.dirname;
const standIns: Record<string, string> = {
  '#i18n': join(here, 'i18n.ts'),
  vitest: join(here, 'vitest-stand-in.ts'),
};

/** The real components over the unit tests' stores, with English words that can be made long or turned round. */
const plugin: Plugin = {
  name: 'gallery',
  enforce: 'pre',
  resolveId: (id) => (id === 'virtual:messages' ? '\0messages' : standIns[id]),
  async load(id) {
    if (id !== '\0messages') return null;
    const english = await parseMessagesFile(join(root, 'lib/i18n/locales/en.yml'));
    return `export default ${JSON.stringify(generateChromeMessages(english))}`;
  },
};

/** Serves the gallery on loopback. @returns its address and what ends it */
export async function serveGallery(): Promise<{ url: string; close(): Promise<void> }> {
  const server = await createServer({
    root: here,
    configFile: false,
    logLevel: 'error',
    plugins: [plugin, preact()],
    cacheDir: join(root, 'node_modules/.cache/gallery'),
    optimizeDeps: { include: ['fake-indexeddb/auto', 'dexie', 'chrono-node', 'libphonenumber-js/max'] },
    server: { host: '127.0.0.1', port: 0, fs: { allow: [root] } },
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error('the gallery has no address');
  return { url, close: () => server.close() };
}
