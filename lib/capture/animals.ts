/**
 * Records of animals: the one who calls about them is their owner. On every other record the owner is the
 * colleague who has it in hand.
 */
import type { Page } from './page-items.ts';
import { fold } from './text.ts';

/** Labels that only records of animals have, a line a language (words for people's race left out). */
const marks: ReadonlySet<string> = new Set(
  [
    'species|breed|microchip|microchip no|microchip number|chip no|chip number|neutered|spayed|desexed',
    'especie|numero de chip|castrado|esterilizado',
    'espece|puce|numero de puce|sterilise',
    'tierart|rasse|chipnummer|chip nr|kastriert',
    'especie|castrado|numero do chip',
    'specie|numero microchip|sterilizzato',
    'diersoort|ras|chip|gecastreerd',
    'gatunek|rasa|numer chip|mikroczip|numer mikroczipa',
    'djurslag|djurart|chipnr',
    'マイクロチップ|品種|犬種|猫種',
    'السلالة|رقم الشريحة|الفصيلة',
  ].flatMap((line) => line.split('|').map(fold)),
);

/** Words for an animal's owner. */
export const owners =
  /owner|keeper|propietari|due[nñ]|tutor|propri[eé]tair|d[eé]tenteur|besitzer|halter|eigent[uü]mer|proprietario|eigenaar|w[lł]a[sś]ciciel|[aä]gare|飼い主|オーナー|المالك|مالك|صاحب/iu;

/** Species as records of animals name them, with an age or a weight behind ("Canine, 7y 2m"): "Kot, Jan" is somebody. */
const species =
  /^(?:canine|feline|equine|lapine|avian|bovine|canino|felino|equino|canina|felina|canin|felin|equin|hund|katze|hond|犬|猫)[,·]\s*\d/iu;

/** "Microchip 985 141 000 770 090", "Canine, 7y": what it is and which, in one line. */
function isMarked(text: string): boolean {
  const line = text.replace(/^[\s,·]+/, '');
  const mark = /^(\D+?)[\s:#.]*\d[\d\s]{7,}$/.exec(line)?.[1];
  return species.test(line) || (mark !== undefined && marks.has(fold(mark)));
}

const known = new WeakMap<Page, boolean>();

/** Whether a page is about an animal. */
export function isAnimal(page: Page): boolean {
  const before = known.get(page);
  if (before !== undefined) return before;
  const found = page.items.some(
    (item) =>
      !item.hidden &&
      !item.chrome &&
      item.text.length < 40 &&
      (marks.has(fold(item.text)) ||
        isMarked(item.text) ||
        (item.leaf.label !== undefined && marks.has(fold(item.leaf.label)))),
  );
  known.set(page, found);
  return found;
}
