/**
 * True for an Enter that means "take it": not a line break, and not the one that ends the composition of an
 * input method (keyCode 229 is how Safari and some input methods tell; UI Events, 5.1.1).
 */
export function isTakingEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}
