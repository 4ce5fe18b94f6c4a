/** Extensions behind numbers, as people write them, in the languages of the lexicon and their neighbours. */

/** Words before an extension, a line a language; "." and "no." may follow each of them. */
const words: readonly string[] = [
  'ext(?:ension|n)?|[x×](?:tn)?|local', // English; "local" in Canada
  'extensi[oó]n|anexo|interno|int', // Spanish
  'poste|post|p(?=\\.)', // French
  'durchwahl|dw|nst|nebenstelle|nebenst|apparat|app|klappe|kl', // German
  'ramal|r(?=\\.)|extens[aã]o', // Portuguese
  'interno|int|derivazione', // Italian
  'toestel(?:nr|nummer)?|tst|tstl|doorkies(?:nr|nummer)?', // Dutch
  'wewn[eę]trzny|wewn|wew|w(?=\\.)', // Polish
  'anknytning|ankn|anx|lokal|lok|alanumero|linka|klapka', // Swedish, Danish, Finnish, Czech
  'dahili|mell[eé]k|доб|вн|שלוחה', // Turkish, Hungarian, Russian, Hebrew
  '内線|分機|分机|转|轉|내선', // Japanese, Chinese, Korean
  'تحويلة|تحويله|داخلي|فرعي', // Arabic
];

const word = `(?:${words.join('|')})`;

/** What follows the word before the digits: "ext. 9", "ext no. 9", "内線：9", "poste n° 9", "Durchwahl -22". */
const joint = '[.:：\\s]*-?\\s*(?:n[o°º]\\.?\\s*|#\\s*)?';

/** Dialled once somebody answers: "+14155550132,,9#". Without its # it is the next columns of a pasted line. */
const paused = ',+(\\d{1,6})#';

const behindNumber = new RegExp(
  `(?:[\\s,;/–-]*[(（[]?${word}${joint}|[\\s,;]*[(（]?#\\s?)(\\d{1,6})[)）\\]]?|${paused}`,
  'iuy',
);

const byItself = new RegExp(`^[(（[]?(?:${word}${joint}|#)(\\d{1,6})[)）\\]]?$`, 'iu');

/**
 * The extension that stands behind a number.
 * @param text with plain digits @param at where the number ends
 */
export function extensionAt(text: string, at: number): { digits: string; end: number } | null {
  behindNumber.lastIndex = at;
  const found = behindNumber.exec(text);
  const digits = found?.[1] ?? found?.[2];
  return digits ? { digits, end: behindNumber.lastIndex } : null;
}

/** The digits of a text that is an extension and nothing else ("ext. 2210"); null for others. */
export function extensionAlone(text: string): string | null {
  return text.length <= 30 ? (byItself.exec(text)?.[1] ?? null) : null;
}
