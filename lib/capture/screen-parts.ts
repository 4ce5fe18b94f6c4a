/** What parts of screens are called, known by how the words are built rather than word for word. */
import { readLabel } from './labels.ts';
import { many, parting, plain } from './lexicon-screen-parts.ts';
import { isScreenName } from './no-caller-words.ts';
import { readable } from './phrases.ts';

/** "Kontaktverlauf", "Contractgegevens", "Avtalsuppgifter": what German, Dutch and Swedish screens head with one word. */
const compounds =
  /^\p{L}{3,}(?:verlaufe?|daten|historie|ubersicht|angaben|anschrift(?:en)?|verhaltnis|verhalten|meldung(?:en)?|hierarchie|rollen|standorte?|vorschlage?|barkeit|lichkeit|zufriedenheit|mitgliedschaft|programme?|zugriff|vertrage?|falle|knupfungen|gegevens|geschiedenis|overzicht|baarheid|tevredenheid|overeenkomst(?:en)?|melding(?:en)?|maatschap|hierarchie|schappen|historik|detaljer|uppgifter|adress(?:er)?|journal|avtal|anmalan|nojdhet|medlemmar|atkomst|oplysninger|opplysninger|historikk)$/u;

/** Whether a text is nothing but words of screens, some of them of those that part these from others. */
export function isParted(text: string): boolean {
  if (text.length >= 60) return false;
  const folded = readable(text);
  if (compounds.test(folded)) return true;
  const all = folded.split(' ');
  if (all.length < 2 || all.length > 4) return false;
  if (all.every((word) => plain.has(word) || parting.has(word) || many.has(word))) return true;
  const rest = all.filter((word) => !parting.has(word));
  if (rest.length === 0 || rest.length === all.length) return false;
  const left = rest.join(' ');
  return many.has(left) || isScreenName(left) || (readLabel(left)?.share ?? 0) > 0.99;
}
