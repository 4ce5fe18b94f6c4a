/** A paste with text the page can read. */

const init = { bubbles: true, cancelable: true, composed: true };
const type = 'text/plain';

/** Firefox knows only these two beside the usual ones, and no `clipboardData`. */
interface FirefoxInit extends EventInit {
  data: string;
  dataType: string;
}

interface FirefoxWindow {
  wrappedJSObject?: { ClipboardEvent: new (type: string, init: FirefoxInit) => ClipboardEvent };
  cloneInto?: <T>(object: T, scope: object) => T;
}

/**
 * The event, or null where its text would not reach the page: ProseMirror takes the focus to a field of its
 * own when a paste brings nothing (`capturePaste`).
 * https://github.com/ProseMirror/prosemirror-view/blob/master/src/input.ts
 */
export function pasteOf(note: string): ClipboardEvent | null {
  const { wrappedJSObject: page, cloneInto } = globalThis as FirefoxWindow;
  const event = page && cloneInto ? ofThePage(page, cloneInto, note) : ofOurs(note);
  return event?.clipboardData ? event : null;
}

function ofOurs(note: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, note);
  return new ClipboardEvent('paste', { ...init, clipboardData });
}

/**
 * Firefox hides from a page what an extension put on a clipboard event, so there it is made by the page's own
 * constructor. A page that has put something else in its place gets the note alone, which is about to be its.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Sharing_objects_with_page_scripts
 */
function ofThePage(
  page: NonNullable<FirefoxWindow['wrappedJSObject']>,
  cloneInto: NonNullable<FirefoxWindow['cloneInto']>,
  note: string,
): ClipboardEvent | null {
  try {
    return new page.ClipboardEvent('paste', cloneInto({ ...init, data: note, dataType: type }, window));
  } catch {
    return null;
  }
}
