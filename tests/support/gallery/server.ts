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
import { type Language, languages } from '../words-of.ts';

const here = import.meta.dirname;
const standIns: Record<string, string> = {
  '#i18n': join(here, 'i18n.ts'),
  vitest: join(here, 'vitest-stand-in.ts'),
};

/** The real components over the unit tests' stores, with the words of every language, each fetched when it is asked for. */
const plugin: Plugin = {
  name: 'gallery',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('virtual:messages') ? `\0${id}` : standIns[id]),
  async load(id) {
    const [, language] = /^\0virtual:messages(?:\/([\w-]+))?$/.exec(id) ?? [];
    if (language !== undefined) {
      const file = languages[language as Language];
      const words = await parseMessagesFile(join(root, `lib/i18n/locales/${file}.yml`));
      return `export default ${JSON.stringify(generateChromeMessages(words))}`;
    }
    if (!id.startsWith('\0virtual:messages')) return null;
    const each = Object.keys(languages).map((one) => `'${one}': () => import('virtual:messages/${one}')`);
    return `export default { ${each.join(', ')} }`;
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
