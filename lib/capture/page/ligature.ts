/** Icon fonts draw words as pictures. */
import { attr } from './dom.ts';

/**
 * A word that an icon font draws as a picture ("person", "phone_iphone"); by its class, as the font's makers ask for.
 * https://developers.google.com/fonts/docs/material_icons
 */
export function isLigature(element: Element, text: string): boolean {
  return (
    /^[a-z][a-z\d_]{2,30}$/.test(text) &&
    /material-(?:icons|symbols)|(?:^|\s)(?:mat|md|google)-(?:icon|symbols)/.test(attr(element, 'class') ?? '')
  );
}
