import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputDir } from '../paths.ts';

/** Prints what a long run came to, and leaves it in `.output/soak` for tests/soak/RESULTS.md. */
export async function publish(name: string, seed: number, figures: object): Promise<void> {
  const folder = join(outputDir, 'soak');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify({ seed, ...figures }, null, 2)}\n`);
  console.log(`${name}: ${JSON.stringify({ seed, ...figures })}`);
}
