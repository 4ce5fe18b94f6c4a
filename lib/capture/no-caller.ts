/**
 * Pages without a caller: settings, dashboards, knowledge, staff, telephone plant, the agent's own profile.
 * They hold names and numbers like any record, so what they are is read from several places at once.
 */
import { fieldsOf } from './fields.ts';
import { labelOf } from './label-of.ts';
import { isSessionWord, isSettingWord, readLabel } from './labels.ts';
import { cleanName, nameKey, nameShape, titlePieces } from './name-shape.ts';
import { isKnowledgeWord, isNoCallerHeading, isOwnPage, isOwnScreen } from './no-caller-words.ts';
import { isOwnPlace } from './own-places.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import { partsOfTitle, primaryHeading } from './page-model.ts';
import { countDigits, fold, plainDigits } from './text.ts';
import { trailOf } from './trail.ts';

/** Labels of settings on a page of settings, at least. */
const settingLabels = 3;

/** Whether the page is about no caller at all. */
export function isNoCallerPage(page: Page): boolean {
  return saysSo(page) || isOwnPlace(page.frames[0]?.url ?? '') || isSettings(page) || isOwnProfile(page);
}

/** What products say to the one who is signed in. */
const greeting =
  /^(?:good (?:morning|afternoon|evening|day)|welcome(?: back)?|hi|hello|hallo|guten (?:morgen|tag|abend)|willkommen|moin|bonjour|bonsoir|bienvenue|hola|buen(?:os d[ií]as|as tardes|as noches)|bienvenid[oa]|ol[aá]|bom dia|boa (?:tarde|noite)|bem[- ]vind[oa]|buongiorno|buonasera|ciao|benvenut[oa]|goede(?:morgen|middag|navond)|welkom|dzie[nń] dobry|cze[sś][cć]|witaj|hej|god (?:morgon|dag|kväll)|おはよう|こんにちは|ようこそ|مرحب|أهلا|اهلا|صباح الخير|مساء الخير)(?:\s*[,!،、]|\s+\p{Lu}|$)/iu;

/** By heading, title or breadcrumb: a page of the product, or of one of our own people. */
function saysSo(page: Page): boolean {
  const primary = primaryHeading(page);
  const [first = ''] = partsOfTitle(page);
  const pieces = primary ? titlePieces(primary.text).map((piece) => piece.text) : [];
  // "My profile" in the tab, over the name of whoever is signed in.
  if (isOwnPage(first) && !hasCallerField(page)) return true;
  if (pieces.some(isStaffWord) || (primary && greeting.test(primary.text))) return true;
  if (pieces.some((piece) => isNamedElsewhere(page, piece))) return false;
  if (isKnowledge(page) && !hasCallerField(page)) return true;
  if ((pieces.length > 0 ? pieces : [first]).some(isOwnScreen) && !hasCallerField(page)) return true;
  // "Logs: Calls", "History – Missed calls".
  if (pieces.some((piece) => logs.test(fold(piece))) && pieces.some((piece) => calls.test(fold(piece))))
    return false;
  // "Edit profile" is the agent's own, unless its address leads to one of many or it says whose it is.
  const url = page.frames[0]?.url ?? '';
  const isOthers = profiles.test(url) || pieces.some((piece) => isOther(page, piece));
  // "Company details" are our own, unless the address leads to one of many.
  const isOneOfMany = companies.test(url);
  const isRecords = (piece: string): boolean =>
    (isOthers && profile.test(fold(piece))) || (isOneOfMany && company.test(fold(piece)));
  if (pieces.some((piece) => isNoCallerHeading(piece) && !isRecords(piece))) return true;
  // "General Settings" in the tab, over the name of the part that is set.
  if (pieces.length > 0) return saysSettings.test(first) && isNoCallerHeading(first) && !hasCallerField(page);
  // "Enrollment dashboard" in the tab, over the first and last name of somebody: a record of theirs.
  return isNoCallerHeading(first) && !(/dashboard|overview/i.test(first) && hasNameFields(page));
}

/** Whether the trail over a page leads through what everybody here is to know, or what is set ("Knowledge base › …"). */
function isKnowledge(page: Page): boolean {
  return trailOf(page)
    .slice(0, -1)
    .some((item) => isKnowledgeWord(item.text) || saysSettings.test(item.text));
}

/** What products keep of what was done, and calls among it, folded. */
const logs =
  /^(?:logs?|history|journal|records|activity log|protokolle?|verlauf|historique|journaux|historial|registros?|historico|registro|storico|logboek|historie|dziennik|historia|logg|historik)$/;
const calls =
  /^(?:\p{L}+ )?(?:calls?|call ?backs?|voicemails?|anrufe|appels|llamadas|chamadas|ligacoes|chiamate|gesprekken|oproepen|polaczenia|samtal|opkald)$/u;

/** Whether a piece of a heading is somebody's name, and not that of the one who is signed in. */
function isOther(page: Page, piece: string): boolean {
  const name = cleanName(piece);
  if (nameShape(name) < 0.8 || !name.includes(' ')) return false;
  const key = nameKey(name);
  return !page.items.some((item) => item.chrome && !item.strip && nameKey(cleanName(item.text)) === key);
}

/** "Profile", in ten languages, folded; and addresses of one of many. */
const profile = /\b(?:profil[eo]?|perfil|profiel)\b|プロフィール|ملف/u;
const profiles = /\/(?:profiles?|profile?n|profils|perfiles|perfis|profili|profielen)\/[^/?#]*\d/i;

/** Words for a company, folded; and addresses that end at one of many ("/accounts/2/company" is our own account). */
const company =
  /\b(?:company|organi[sz]ation|business|empresa|organizacion|organizacao|entreprise|societe|unternehmen|firma|organisation|azienda|bedrijf|organisatie|foretag)\b/u;
const companies =
  /\/(?:compan(?:y|ies)|organi[sz]ations?|accounts?|business(?:es)?|empresas?|entreprises?|societes?|unternehmen|firmen|aziende?|bedrijven|firmy|foretag)(?:\/[a-z]+)?\/[^/?#]*\d[^/?#]*(?:\/(?:edit|view|details?|overview))?\/?(?:[?#]|$)/i;

/** Words for settings that end the first piece of a title. */
const saysSettings =
  /(?:settings|preferences|configuration|einstellungen|konfiguration|ajustes|configuraci[oó]n|configura[cç][oõ]es|param[eè]tres|r[eé]glages|impostazioni|instellingen|ustawienia|konfiguracja|設定|إعدادات|الإعدادات)$/iu;

/** Whether the page has fields for a first and a last name, filled in. */
function hasNameFields(page: Page): boolean {
  const kinds = new Set(
    [...fieldsOf(page).of]
      .filter(([item]) => !item.hidden && !item.chrome && /\p{L}{2}/u.test(item.text))
      .map(([, label]) => readLabel(label.text)?.kind),
  );
  return kinds.has('firstName') && kinds.has('lastName');
}

/** Whether a field of the page is labelled as a caller's. */
function hasCallerField(page: Page): boolean {
  const { labels } = fieldsOf(page);
  return page.items.some((item) => {
    if (item.hidden || item.chrome || !(labels.has(item) || item.leaf.label)) return false;
    const label = readLabel(item.leaf.label ?? item.text);
    return label !== null && label.share > 0.9 && /^(customer|caller|requester)$/.test(label.kind);
  });
}

/** "Dashboard – Dana Lee": a heading with a person's name in it that the page says again as its own is a record. */
function isNamedElsewhere(page: Page, piece: string): boolean {
  if (nameShape(piece) < 0.8 || !piece.includes(' ')) return false;
  const key = nameKey(piece);
  return page.items.some((item) => {
    if (item.hidden || item.heading > 0 || nameKey(cleanName(item.text)) !== key) return false;
    return /^(customer|contact|caller|requester)$/.test(labelOf(page, item)?.label?.kind ?? '');
  });
}

/** "Employee: …", "Agents": the record of somebody on our side. */
function isStaffWord(text: string): boolean {
  const label = readLabel(text);
  return label !== null && label.kind === 'agent' && label.share > 0.95 && label.words.size === 1;
}

/** Roles, permissions, mail servers, voicemail PINs: labels that no customer's record has. */
function isSettings(page: Page): boolean {
  const seen = new Set<string>();
  const { labels } = fieldsOf(page);
  for (const item of page.items) {
    if (item.hidden || item.chrome || item.strip) continue;
    for (const text of [item.leaf.label, labels.has(item) || item.text.length < 40 ? item.text : undefined])
      if (text && isSettingWord(text.replace(/[:：].*$/u, ''))) seen.add(fold(text));
  }
  return seen.size >= settingLabels;
}

/** The record's heading names the one who is signed in, or the place they sit at ("Store 0412 · 01 555 0120"). */
function isOwnProfile(page: Page): boolean {
  if (page.items.some((item) => isOwnHeading(page, item))) return true;
  if (isHeadedByWhoIsLoggedIn(page)) return true;
  const primary = primaryHeading(page);
  if (!primary) return false;
  const name = cleanName(primary.text);
  if (isOwnOffice(page, name)) return true;
  if (nameShape(name) < 0.8) return false;
  const key = nameKey(name);
  return page.items.some(
    (item) =>
      item.chrome &&
      !item.strip &&
      !item.hidden &&
      nameKey(cleanName(item.text)) === key &&
      isSessionName(page, item),
  );
}

/** A title told for the agent's own part of the page, whom the product's bar names as well. */
function isOwnHeading(page: Page, title: Item): boolean {
  if (title.heading !== 1 || !title.chrome || title.strip || title.hidden) return false;
  const name = cleanName(title.text);
  return (
    name.includes(' ') &&
    nameShape(name) >= 0.8 &&
    page.items.some(
      (item) =>
        item.chrome && !item.strip && item.heading === 0 && cleanName(item.text) === name && !item.hidden,
    )
  );
}

/** "Logged in as: Priya Ramaswamy" in the bar, over an entry that a heading calls so. */
function isHeadedByWhoIsLoggedIn(page: Page): boolean {
  const own = new Set(
    page.items
      .filter((item) => item.chrome && !item.hidden && item.text.includes(' '))
      .filter((item) => isSessionWord((labelOf(page, item)?.text ?? '').replace(/\s*[:：]$/u, '')))
      .map((item) => nameKey(cleanName(item.text))),
  );
  if (own.size === 0) return false;
  return page.items.some(
    (item) => item.heading > 0 && !item.chrome && !item.hidden && own.has(nameKey(cleanName(item.text))),
  );
}

/** Whether the product's bar says a place together with a number: our own, and where we sit. Callers stand there, too. */
function isOwnOffice(page: Page, name: string): boolean {
  return (
    /\p{L}{3}/u.test(name) &&
    nameShape(name) < 0.8 &&
    page.items.some(
      (item) =>
        item.chrome &&
        !item.strip &&
        !item.hidden &&
        item.text !== name &&
        item.text.split(/\s[·|•–—-]\s|,\s/).includes(name) &&
        countDigits(plainDigits(item.text)) >= 7,
    )
  );
}

/** Items of a menu of the one who is signed in. */
const sessionItems = 12;
/** The same where a label says that the name is a customer's: right beside it. */
export const besideItems = 4;

/** Whether a name stands in a small part of a bar with "Log out", "My account" and the like. */
export function isSessionName(page: Page, item: Item, most = sessionItems): boolean {
  for (const box of page.up(item.box)) {
    if (box.high - box.low > most) return false;
    if (isSessionWord(box.label ?? '')) return true;
    const words = page.items.slice(box.low, box.high).filter((one) => isSessionWord(one.text));
    if (words.length > 0) return words.some((word) => isNearestName(page, box, item, word));
  }
  return false;
}

/** Whether no other name stands nearer to a word of the session ("Log out"), in its menu. */
function isNearestName(page: Page, box: PageBox, item: Item, word: Item): boolean {
  const key = nameKey(cleanName(item.text));
  return page.items.slice(box.low, box.high).every((one) => {
    const name = cleanName(one.text);
    const nearer = Math.abs(one.at - word.at) < Math.abs(item.at - word.at);
    return !nearer || !name.includes(' ') || nameShape(name) < 0.8 || nameKey(name) === key;
  });
}
