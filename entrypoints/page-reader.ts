import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '../lib/capture/page/read-page.ts';

/** Injected on demand into every frame that may be entered; its value is what `executeScript` gives back. */
export default defineUnlistedScript(() => readPage());
