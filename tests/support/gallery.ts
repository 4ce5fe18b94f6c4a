import { takeGallery } from './gallery/pictures.ts';
import { serveGallery } from './gallery/server.ts';
import { mustRun } from './step.ts';

/**
 * `npm run gallery`: every component in every state on one page, over the unit tests' stores; it is never shipped.
 * `npm run gallery -- pictures [VIEW…] [scene=…]` takes all of it in every view instead (see gallery/pictures.ts).
 */
// What the build reads of the types, which a fresh clone does not have.
await mustRun('wxt', ['prepare']);
const [what, ...asked] = process.argv.slice(2);
if (what === 'pictures') {
  await takeGallery(asked);
} else {
  const { url } = await serveGallery();
  console.log(`the gallery is at ${url} (Ctrl-C ends it)`);
}
