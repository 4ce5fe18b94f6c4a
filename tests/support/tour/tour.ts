import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tourDir } from '../paths.ts';
import { reasonOf } from '../wait.ts';
import { chromiumWorkplace } from '../workplace.ts';
import { compose, type Scene } from './scene.ts';
import { type Stage, steps } from './steps.ts';

/**
 * The main job once, in a headless browser: every step is printed with what it saw and leaves a picture.
 * Throws with a plain reason at the first step that fails.
 */
export async function tour(executable: string): Promise<void> {
  await rm(tourDir, { recursive: true, force: true });
  await mkdir(tourDir, { recursive: true });
  const workplace = await chromiumWorkplace({ executable });
  const scenes: { file: string; scene: Scene }[] = [];
  const stage: Stage = { workplace };
  try {
    for (const [index, step] of steps.entries()) {
      const number = String(index + 1).padStart(2, '0');
      try {
        const { saw, scene } = await step.run(stage);
        scenes.push({ file: `${number}-${step.slug}.png`, scene });
        console.log(`${number} ${step.name}: ${saw}`);
      } catch (error) {
        throw new Error(`${step.name} failed: ${reasonOf(error)}`);
      }
    }
  } finally {
    // Last, because each picture is put together in a tab of its own, which would change what is in front.
    for (const { file, scene } of scenes) {
      await writeFile(join(tourDir, file), await compose(workplace.browser.browser, scene));
    }
    await workplace.close();
  }
  console.log(`pictures of the ${scenes.length} steps are in .output/tour/`);
}
