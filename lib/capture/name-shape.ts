/** Names in any script: cleaned, compared, and told apart from labels, sentences and numbers. */
import { unescaped } from '../domain/text.ts';
import { isFamilyName, isSentence, withoutSama } from './east-asian-names.ts';
import { isPlaceholder, isVocabulary, readLabel } from './labels.ts';
import { isNoCallerHeading, isOwnScreen } from './no-caller-words.ts';
import { isParted } from './screen-parts.ts';
import { countDigits, fold, plainDigits, visible, wordCount } from './text.ts';
import { isUnknownCaller } from './unknown-caller.ts';

/** Longest name kept; longer texts are no names. */
export const nameMax = 100;

const honorifics =
  /^(?:de heer|mevrouw|meneer|monsieur|madame|mademoiselle|señora?|señorita|signora?|senhora?|doctor|doktor|professor|fru|fröken|frøken|rouva|paní|mr|mrs|ms|miss|mx|mdm|shri|smt|encik|puan|bapak|ibu|dr|prof|sir|rev|hon|capt|captain|herr|frau|hr|fr|m|mme|mlle|sr|sra|srta|d|dona|don|dª|sig|sigra|sig\.ra|dott|dhr|mevr|mw|pan|pani|dipl|ing|mag)\.?\s+(?=\S)/iu;
/** "Lic.", "Dott.ssa", "Dipl.-Ing.": any short word that ends in a dot before a name. */
const abbreviated =
  /^(?:\p{sc=Arabic}\.(?:\s?\p{sc=Arabic}\.)?|\p{L}{2,6}\.(?:\p{L}{1,4}\.?)?|\p{L}\/\p{L}\.)[\s-]+(?=\S)/u;
const suffixes = /,?\s+(?:jr|sr|ii|iii|iv|md|phd|esq|mba|dds|rn|様|さん|氏)\.?$/iu;

/** A name as it may be filled in: no invisible characters, no e-mail address, no brackets around a login. */
export function cleanName(text: string): string {
  let name = visible(fromVariable(text).replace(/\u200c|\u200d/g, ''))
    .replace(/\s*[<(（[]\s*[^\s<>()]+@[^\s<>()]+\s*[>)）\]]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // "cn=Dana Lee": how directories file people (RFC 4514).
  name = name
    .replace(/^(?:cn|displayname)=(?=\S+ )/i, '')
    .replace(/^(\p{L}[^=]*?),(?:ou|o|dc|l|c)=.*$/iu, '$1');
  // "dlee (Dana Lee)": the login, then the name.
  const login = /^[a-z0-9._-]+ \(([^()]{3,})\)$/.exec(name);
  if (login?.[1]) name = login[1];
  // "Thibaut de La Bretesche (père d’Hermine, 6e A)", "Ike Fontenot (visitor)": a remark, not the name.
  const remark = /^(.{2,}\S)\s*[(（]([^()（）]*)[)）]$/u.exec(name);
  if (
    remark?.[1] &&
    remark[2] &&
    (/\s|\d/.test(remark[2]) || isVocabulary(remark[2]) || isPlaceholder(remark[2]))
  )
    name = remark[1];
  name = name.replace(/^[\s,;:|·•–—›»/-]+|[\s,;:|·•–—›/-]+$/g, '').trim();
  // The sign of a link, where it closes no quotation ("Restaurant «Le Lion»").
  return withoutSama(/[«‹]/.test(name) ? name : name.replace(/\s*»+$/, ''));
}

/** "DANA%20LEE", as telephone systems write names into their variables. */
function fromVariable(text: string): string {
  return /^\S*%[\da-f]{2}\S*$/i.test(text) ? unescaped(text) : text;
}

/** The same person gives the same key: case, accents, titles, order of "Last, First" do not matter. */
export function nameKey(name: string): string {
  let bare = name.replace(/\([^)]*\)/g, ' ').trim();
  const title = (): RegExpExecArray | null => honorifics.exec(bare) ?? abbreviated.exec(bare);
  for (let strip = title(); strip; strip = title()) bare = bare.slice(strip[0].length);
  bare = bare.replace(suffixes, '').replace(/様$/, '');
  return fold(bare).split(' ').sort().join(' ');
}

/** Particles that are written small inside names. */
const particles = new Set(
  "de del della delle dei degli dal dalla di da do dos das des du sur sous aux vom zum zur im am upon la le les van von der den ter ten zu zum zur y e i of the and & bin ibn al el ap ab af av och und et en op aan d' o' st d/o s/o w/o a/l a/p bt bte binti heer mevrouw meneer".split(
    ' ',
  ),
);

/** Times of day, and days with the month written out. */
const moment =
  /\d{1,2}[:h]\d{2}|(?:^|\s)(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|fev|avr|juin|juil|déc|gen|mag|giu|lug|set|ott|mei)[\p{L}]{0,6}\.?,?\s+\d|\d{1,2}\.?\s+(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|fév|fev|avr|juin|juil|aoû|déc|gen|mag|giu|lug|set|ott|mei)/iu;

/**
 * "Flagstaff, AZ", "Kelowna BC 12": a town with its state, province or territory (US, CA, AU). Without the comma
 * only where the letters are no legal form or degree as well ("Padaria do Cerrado ME").
 */
const place =
  /^[\p{L} .'-]+(?:, (?:A[BCKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSTUVY]|O[HKNR]|P[ERA]|QC|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY]|YT|NSW|QLD|TAS|VIC)|(?: \p{L}[\p{L}.'-]*)? (?:A[KLRZ]|BC|C[AT]|DC|FL|GA|HI|I[ADLN]|K[SY]|M[NOT]|N[BCDHJLMSY]|O[HKNR]|QC|RI|SK|T[NX]|UT|VT|W[AIVY]|YT|NSW|QLD|TAS|VIC))(?: \d.*)?$/u;

/** "VX23 KLO", "AB 12 CDE4": pieces of capitals and digits, one of them of both. */
const plate = /^(?=.* )(?=.*(?:\p{Lu}\d|\d\p{Lu}))[\p{Lu}\d -]+$/u;

const plateLength = 10;

/** Whether a text is nothing but particles of a family name ("van der"). */
export function isInfix(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length <= 3 && words.every((word) => /^\p{Ll}/u.test(word) && particles.has(word));
}

/** Kinds of label words that names are not made of. */
const screenKinds = /^(field|recordNumber|id|amount|time|note|subject|number|accountNumber|phone|fax)$/;

/** What products call themselves ("Dealer CRM"): nobody's name. */
const product = /\s(?:CRM|ERP|HRM|EHR|EMR|PMS|POS|PBX|CMS|Helpdesk|Webmail|Intranet|Back ?office)$/i;

/** "Linea URP", "Leitung 3", "Ligne directe": lines of ours ("Linea Holm" is somebody). */
const line = /^(?:L[ií]nea|Ligne|Linha|Leitung|Lijn|Linia)\s(?:\p{Lu}{2,5}|\d+|\p{Ll}.*)$/u;

/** Words that headings of parts begin with, and names do not ("From the register", "Ihre Angaben", "Vos contrats"). */
const leadIn =
  /^(?:from|about|with|your|our(?! lady)|how|what|why|when|where|which|(?:in|on|by|for|at) the|aus|über|ihre?|unsere?|für|mit|vos|votre|notre|depuis|pour|avec|desde|para|sobre|nuestr[oa]s?|nosso|nossa|uit|uw|onze|fra|från|vår[at]?|dla|nasze|twoje)\s\p{L}/iu;

/** How letters begin: "Hi Imelda," greets whoever reads it. Without the comma "Cara Lee" is somebody. */
const greeting =
  /^(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|cher|chère|hola|estimad[oa]|querid[oa]|olá|caro|cara|ciao|gentile|spettabile|beste|geachte|cześć|szanown[aiey]|dzień dobry|kära|hej|kære|hei)\s.+[,،、!]$/iu;

/** Whether a text is the first line of a letter. */
export function isGreeting(text: string): boolean {
  return text.length < 80 && greeting.test(text.trim());
}

/** Whether a text is a name of two words or more, without a digit. */
export function isFullName(text: string): boolean {
  const name = cleanName(text);
  return wordCount(name) >= 2 && !/\d/.test(plainDigits(name)) && nameShape(name) >= 0.8;
}

/**
 * How much a text looks like the name of a person or company, 0 (is none) to 1.
 * Case counts only in scripts that have it.
 */
export function nameShape(name: string): number {
  if (isFamilyName(name)) return 0.8;
  if (name.length < 2 || name.length > nameMax || /\S@|@\S|[\n<>{}=_|\\]|:\/\/|\.\.\.|…/.test(name)) return 0;
  if (/\s[–—|·•›»]\s/.test(name)) return 0.15;
  if (!/\p{L}/u.test(name) || isPlaceholder(name) || isUnknownCaller(name)) return 0;
  if (isVocabulary(name) || isNoCallerHeading(name) || isOwnScreen(name) || isSentence(name)) return 0;
  if (isParted(name)) return 0;
  const digits = countDigits(plainDigits(name));
  if (digits > 6 || /^[#\d]/.test(name) || /[#]\s?\d/.test(name)) return 0;
  // "VX23 KLO", "B-MW 1234": a plate, in capitals and digits only.
  if (name.length <= plateLength && digits >= 2 && plate.test(name) && !/\p{Lu}{4}/u.test(name)) return 0;
  // "NG-1042": one word with a number in it is what a record is filed under ("O2" and "3M" are names).
  if (digits >= 3 && !/\s/.test(name)) return 0;
  if (place.test(name) || /^[\p{L} .'-]+ \(\p{Lu}{2}\)$/u.test(name)) return 0.15;
  if (/[.!?。！？]$/.test(name) && !/\b\p{L}{1,4}\.$/u.test(name)) return 0;
  // "Nov 17, 8:02 AM", "12. März": a day or a time.
  if (digits > 0 && moment.test(name)) return 0;
  if (product.test(name) || (line.test(name) && !isCompanyName(name))) return 0.15;
  if (leadIn.test(name) && !isCompanyName(name)) return 0.3;
  // "Plot 17", "Unit 4B", "Hub PDX-2": a thing with its number.
  if (/^\p{L}+\.? (?:\p{Lu}{1,4}-?)?\d+\p{L}?$/u.test(name)) return 0.2;
  const words = name.split(/\s+/);
  if (words.length > 9) return 0;
  // Georgian letters count as small ones, but no name in them begins with a large one.
  if (!/[\p{Lu}\p{Ll}]/u.test(name.replace(/\p{Script=Georgian}/gu, ''))) {
    // No case in this script: length decides, unless half of it is words of screens ("顧客管理").
    if ((readLabel(name)?.share ?? 0) >= 0.4 && !isCompanyName(name)) return 0.2;
    return digits > 0 ? 0.4 : words.length <= 5 && name.length <= 24 ? 0.8 : 0.3;
  }
  let small = 0;
  let between = 0;
  let large = 0;
  for (const word of words) {
    const bare = word.replace(/^[^\p{L}\p{N}]+/u, '');
    if (!bare || /^\d/.test(bare)) continue;
    // "dr.", "ir.", "mevr.": titles are written small in some languages.
    if (/^\p{Ll}{1,5}\.$/u.test(bare)) {
      between++;
      continue;
    }
    if (particles.has(bare)) between++;
    if (/^\p{Lu}/u.test(bare) || /^(?:\p{Ll}{1,2}['’])\p{Lu}/u.test(bare)) large++;
    else if (!particles.has(bare.toLowerCase()) && /^\p{Ll}/u.test(bare)) small++;
    else if (!/\p{Ll}/u.test(bare)) large++;
  }
  if (large === 0) return words.length === 1 ? 0.2 : 0.1;
  // "Autobus Lachance inc.": the legal form is written small.
  if (small > 0 && isCompanyName(name)) return 0.8;
  if (small > 0) return small === 1 && large >= 2 ? 0.25 : 0.1;
  const base = words.length === 1 ? 0.5 : words.length - between <= 5 ? 0.9 : 0.6;
  // "Offene Tickets": half of it is a word of screens, not of names.
  const label = readLabel(name);
  const screen = label !== null && label.share >= 0.45 && screenKinds.test(label.kind) ? 0.4 : 1;
  return base * screen * (digits > 0 ? 0.6 : 1);
}

/** Whether a name is written the way people are addressed or filed: "Mrs …", "Last, First". */
export function isAddressed(name: string): boolean {
  return honorifics.test(name) || /\(\p{Lu}\p{Ll}{1,4}\.?\)$/u.test(name) || unswapped(name) !== null;
}

/** Whether an avatar's letters are the initials of a name. */
export function initialsMatch(initials: string, name: string): boolean {
  const letters = fold(initials).replaceAll(' ', '');
  if (letters.length < 2 || letters.length > 3) return false;
  const parts = fold(name).split(' ');
  const firsts = parts.map((part) => part[0] ?? '').join('');
  return (
    firsts.startsWith(letters) ||
    (letters[0] === firsts[0] && letters.at(-1) === firsts.at(-1)) ||
    (letters.length === 2 && firsts.includes(letters[0] ?? '?') && firsts.includes(letters[1] ?? '?'))
  );
}

/** Whether an e-mail address is made of parts of a name ("d.kowalczyk@…" and "Kowalczyk, Dominika"). */
export function emailMatches(email: string, name: string): boolean {
  const local = fold(email.split('@')[0] ?? '').replace(/[^a-z]+/g, ' ');
  if (local.length < 3) return false;
  return fold(name)
    .split(' ')
    .some((part) => part.length >= 4 && /^[a-z]+$/.test(part) && local.replaceAll(' ', '').includes(part));
}

/** Words before the person a heading is about ("Request from Dana Lee", "Anruf von …"). */
const fromWords =
  /(?:^|\s)(?:from|for|with|von|für|mit|de|pour|avec|da|per|con|van|voor|met|od|dla|från)[:\s]\s*(\p{Lu}.*)$/u;

/** A piece of a heading or title that may be a name. */
export interface TitlePiece {
  text: string;
  /** It stands after "from" or "for": the heading itself says whose the record is. */
  from: boolean;
}

/** "View user Dana Lee", "Edit contact Dana Lee": the name behind words of screens, null when there is none. */
function afterWords(text: string): string | null {
  const words = text.split(/\s+/);
  // "Missed calls : Harbor Solar": the colon parts the title, it does not name the record.
  if (/[:：]/.test(text)) return null;
  for (let cut = Math.min(3, words.length - 2); cut > 0; cut--) {
    const label = readLabel(words.slice(0, cut).join(' '));
    if (!label || label.share < 0.99 || !headWords.test(label.kind)) continue;
    const rest = cleanName(words.slice(cut).join(' '));
    return nameShape(rest) >= 0.8 && !isCompanyName(rest) && !readLabel(rest) ? rest : null;
  }
  return null;
}

/** Kinds of words that stand before the name in the heading of a record. */
const headWords = /^(?:field|customer|contact|requester|caller)$/;

/** 'Edit "Dana Lee"', "Delete “Dana Lee”?": the name in quotes behind words of screens, null when there is none. */
function quoted(text: string): string | null {
  const found = /^(\p{L}[^"“”„«»]*?)\s*["“„«]\s*([^"“”„«»]{2,})\s*["”“»][.?!]?$/u.exec(text);
  const name = cleanName(found?.[2] ?? '');
  return found?.[1] && nameShape(name) >= 0.45 && readLabel(found[1]) ? name : null;
}

/** Pieces of a heading or title: "Edit: Dana Lee – Acme" gives both sides. */
export function titlePieces(title: string): TitlePiece[] {
  const whole = cleanName(title);
  const parts = whole.split(/\s+[|·•–—›»‹/-]\s+/);
  // With separators the whole is a title, not a name.
  const texts = [
    ...(parts.length > 1 || /[:：]\s/.test(whole) ? [] : [whole]),
    ...whole.split(/\s+[|·•–—›»‹/-]\s+|\s*[:：|]\s+|\s*[()（）]\s*|\s»\s|\s›\s/),
  ];
  const pieces = new Map<string, boolean>();
  for (const text of texts.map(cleanName)) if (text.length > 1 || isFamilyName(text)) pieces.set(text, false);
  for (const part of parts) {
    const found = fromWords.exec(part);
    // "Guénolé de Kermadec": the particle of a name, not a preposition, when a name stands before it.
    const before = found ? part.slice(0, found.index).trim() : '';
    if (found?.[1] && before && nameShape(before) < 0.45) pieces.set(cleanName(found[1]), true);
  }
  for (const part of parts) {
    const named = quoted(part) ?? afterWords(part);
    if (!named) continue;
    pieces.delete(cleanName(part));
    pieces.set(named, true);
  }
  return [...pieces].map(([text, from]) => ({ text, from }));
}

/** "Last, First" in reading order, null when it is not that. */
export function unswapped(name: string): string | null {
  const parts = name.split(/,\s+/);
  return parts.length === 2 && parts[0] && parts[1] && wordCount(name) <= 5
    ? `${parts[1]} ${parts[0]}`
    : null;
}

/** Legal forms and words that companies carry in their names, by country. */
const companyWords =
  /(?:^|[\s,])(?:inc|llc|l\.l\.c|llp|pllc|ltd|limited|plc|corp|corporation|co|company|gmbh|mbh|ag|kg|kgaa|ohg|gbr|ug|e\. ?k|e\. ?u|stiftung|verein|lda|unipessoal|epp|s\/a|eurl|sci|scop|selarl|asbl|vzw|sprl|cvba|s\. ?coop|kft|zrt|s\.r\.o|a\.s|d\.o\.o|fze|fzco|e\. ?v|ev|se|sarl|sas|sasu|sa|s\.a|s\.l|sl|slu|s\.l\.u|srl|s\.r\.l|spa|s\.p\.a|snc|bv|b\.v|nv|n\.v|vof|ab|as|a\/s|aps|oy|oyj|sp\. ?z ?o\.? ?o|s\.a\.s|s\.c|pty|pvt|pvt\. ltd|ltda|eireli|me|s\. de r\.l|kk|group|holdings|bank|hotel|clinic|dispensary|school|preschool|elementary|university|association|partners|services|solutions|industries|& (?:co|sons|söhne|fils|hijos))\.?$|株式会社|有限会社|合同会社|㈱|㈲|有限公司|주식회사|شركة|مؤسسة|^(?:m\/s\.?|société|sté|ets|fa\.|firma)\s/iu;

/** Words that the names of organisations begin with, before words written small ("Coopérative d'habitation …"). */
const organisations =
  /^(?:association|asociaci[oó]n|associa[cç][aã]o|associazione|stowarzyszenie|coop[eé]rativ[ae]|cooperativa|sp[oó][lł]dzielnia|wsp[oó]lnota|syndicat|copropri[eé]t[eé]|r[eé]sidence|comunidad|condom[ií]nio|condominio|fondation|fundaci[oó]n|funda[cç][aã]o|fondazione|fundacja|stiftung|stichting|vereniging|verein|gemeinde|gemeente|stadt|mairie|commune|comune|ayuntamiento|c[aâ]mara|prefeitura|urz[aą]d|gmina|[eé]cole|coll[eè]ge|lyc[eé]e|colegio|col[eé]gio|escuela|escola|scuola|istituto|instituto|institut|szko[lł]a|h[oô]tel|hotel|restaurant|restaurante|ristorante|trattoria|panader[ií]a|padaria|boulangerie|b[aä]ckerei|conserverie|garage|clinique|cl[ií]nica|clinica|praxis|klinik|cabinet|pharmacie|farmacia|farm[aá]cia|apotheke|apteka|centre|centro|zentrum|centrum|groupe|grupo|gruppo|maison|casa|caf[eé]|bureau|biuro|agence|agencia|ag[eê]ncia|agenzia|club|city of|university of|bank of|friends of|board of|department of|office of|church of)\s/iu;

/** Words that the names of organisations end with; as the second of two words they are people's names, too. */
const institutions =
  /\S+\s+\S+\s(?:inn|hospital|practice|surgery|medicine|pa?ediatrics|dental|dentistry|orthodontics|pharmacy|laboratory|academy|college|institute|kindergarten|church|parish|council|authority|society|foundation|trust|cooperative|co-op|union|federation|partnership|systems|logistics|transport|freight|canning|foods|bakery|catering|restaurant|brewery|winery|farms?|nurseries|motors|garage|plumbing|roofing|booksellers|architects|solicitors|opticians|surveyors|engineers|outfitters|traders|bakers|brewers|florists|dentists|therapists|consultants|advisers|advisors|accountants|contractors|decorators|designers|distributors|suppliers|importers|growers|caterers|jewellers|jewelers|printers|publishers|movers|roofers|landscapers|kennels|stables|supplies|textiles|ceramics|interiors|furnishings|kitchens|tours|marine|aviation|energy|electronics|wealth|capital|finance|media|gallery|electric|construction|builders|joinery|properties|realty|apartments|lettings|studios?|salon|insurance|brokers|associates|consulting|technologies|software|centre|center|unit|ward|agency|branch|depot)$/iu;

/** German compounds and what else begins the name of a school, a clinic, a station, where no name of a person does. */
const houses =
  /^(?:\p{L}*(?:schule|gymnasium|krankenhaus|klinik|klinikum|apotheke|kindergarten|kindertagesstätte|bibliothek|gemeinde)|kita|hôpital|hospital|ospedale|szpital|przychodnia|ziekenhuis|basisschool|przedszkole|biblioteca|bibliothèque|museo|musée)\s\p{Lu}/iu;

/** Whether a name is a company's by its legal form, or an organisation's by its first word. */
export function isCompanyName(name: string): boolean {
  const trimmed = name.trim();
  return (
    companyWords.test(trimmed) ||
    institutions.test(trimmed) ||
    houses.test(trimmed) ||
    (organisations.test(trimmed) && /\s\p{Ll}/u.test(trimmed))
  );
}
