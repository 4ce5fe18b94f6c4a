/**
 * A text two people wrote on. Where either only wrote on at its end, both additions stay; otherwise the one that
 * is accepted later stands, and the history has the other.
 * @param base what the later one had before them, @param value what they made of it
 * @param current what the earlier one had made of it
 */
export function mergeText(base: string, value: string, current: string, max: number): string {
  if (current === base || current === value) return value;
  const [mine, theirs] = [added(base, value), added(base, current)];
  if (mine !== null) return join(current, mine, max);
  return theirs === null ? value : join(value, theirs, max);
}

/** What was written at the end of a text; null where it was changed otherwise. */
function added(base: string, text: string): string | null {
  return text.startsWith(base) ? text.slice(base.length).replace(/^\n+/, '') : null;
}

function join(text: string, addition: string, max: number): string {
  if (addition === '' || text === '') return text || addition;
  return `${text}\n${addition}`.slice(0, max);
}
