import { takeGallery } from './gallery/pictures.ts';
import { serveGallery } from './gallery/server.ts';

/**
 * `npm run gallery`: every component in every state on one page, over the unit tests' stores; it is never shipped.
 * `npm run gallery -- pictures [VIEW…]` takes all of it in every view instead (see gallery/pictures.ts).
 */
const [what, ...views] = process.argv.slice(2);
if (what === 'pictures') {
  await takeGallery(views);
} else {
  const { url } = await serveGallery();
  console.log(`the gallery is at ${url} (Ctrl-C ends it)`);
}
