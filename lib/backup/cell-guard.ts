/**
 * What makes a spreadsheet take a cell for a formula, in full width too.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const triggers = new Set('=+-@\t\r＝＋－＠');
/** What begins a new cell where a spreadsheet splits otherwise than at our commas. */
const breaks = new Set(';\t\r\n');
/** What may stand between the beginning of a cell and its formula. */
const skipped = new Set(' \t\r\n\u00a0"\'');
/** Most cells hold nothing of the kind, and are not taken apart. */
const anyTrigger = /[=+\-@\t\r＝＋－＠]/;

/**
 * A cell that no spreadsheet runs as a formula: an apostrophe goes before whatever would be one. `unguardCell`
 * takes away exactly what was put there, so that "+1…" comes back as it was.
 */
export function guardCell(text: string): string {
  return rewrite(text, (character) => `'${character}`);
}

/** What `guardCell` was given. */
export function unguardCell(text: string): string {
  return rewrite(text, (character) => (character === "'" ? '' : character));
}

/** The text with each character rewritten at which a formula could begin. One pass, whatever the cell holds. */
function rewrite(text: string, change: (character: string) => string): string {
  if (!anyTrigger.test(text)) return text;
  const parts: string[] = [];
  let end = text.length;
  let armed = false;
  for (let at = text.length - 1; at >= 0; at--) {
    const character = text.charAt(at);
    armed = triggers.has(character) || (armed && skipped.has(character));
    if (!armed || (at > 0 && !breaks.has(text.charAt(at - 1)))) continue;
    parts.push(text.slice(at + 1, end), change(character));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.reverse().join('');
}
