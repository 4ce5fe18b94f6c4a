import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the builds land, and what the scripts leave to be looked at. */
export const outputDir = join(root, '.output');
export const chromiumBuild = join(outputDir, 'chrome-mv3');
export const firefoxBuild = join(outputDir, 'firefox-mv3');
export const tourDir = join(outputDir, 'tour');
