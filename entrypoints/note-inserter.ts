import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { frameFocus } from '../lib/page-note/focus.ts';
import { insertNote } from '../lib/page-note/insert-note.ts';

/**
 * Injected on demand into every frame that may be entered. Its value tells where the focus is; it leaves the
 * function that writes for `lib/platform/note.ts` to call in the one frame that has it, once.
 */
export default defineUnlistedScript(() => {
  const own = globalThis as { ringbackInsertNote?: (text: string) => unknown };
  own.ringbackInsertNote = (text) => {
    delete own.ringbackInsertNote;
    return insertNote(text);
  };
  return frameFocus();
});
