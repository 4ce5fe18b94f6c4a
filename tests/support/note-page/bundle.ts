import { build } from 'vite';

/** One script with all it imports, in memory. @param name makes its exports a variable of that name */
export async function bundle(entry: string, name?: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      modulePreload: false,
      lib: { entry, formats: [name ? 'iife' : 'es'], ...(name ? { name } : {}) },
    },
    // A library build leaves this to whoever uses it, and here nobody comes after.
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error(`nothing was built of ${entry}`);
  return first.output[0].code;
}
