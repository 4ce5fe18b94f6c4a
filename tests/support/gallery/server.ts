import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import {
  build,
  createServer,
  type InlineConfig,
  type Plugin,
  type PreviewServer,
  preview,
  type ViteDevServer,
} from 'vite';
import { outputDir, root } from '../paths.ts';

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

const config: InlineConfig = {
  root: here,
  configFile: false,
  logLevel: 'error',
  plugins: [plugin, preact()],
  cacheDir: join(root, 'node_modules/.cache/gallery'),
};
const loopback = { host: '127.0.0.1', port: 0 };

/** The gallery on loopback. */
interface Gallery {
  url: string;
  close(): Promise<void>;
}

/** Serves the gallery as its files are: a change is seen at once. */
export async function serveGallery(): Promise<Gallery> {
  const server = await createServer({
    ...config,
    optimizeDeps: { include: ['fake-indexeddb/auto', 'dexie', 'chrono-node', 'libphonenumber-js/max'] },
    server: { ...loopback, fs: { allow: [root] } },
  });
  await server.listen();
  return galleryAt(server);
}

/** Serves the gallery built: each of some hundred pictures loads it anew. */
export async function serveBuiltGallery(): Promise<Gallery> {
  const outDir = join(outputDir, 'gallery-build');
  await build({
    ...config,
    base: './',
    build: { outDir, emptyOutDir: true, target: 'esnext', minify: false },
  });
  return galleryAt(await preview({ ...config, build: { outDir }, preview: loopback }));
}

function galleryAt(server: PreviewServer | ViteDevServer): Gallery {
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error('the gallery has no address');
  return { url, close: () => server.close() };
}
