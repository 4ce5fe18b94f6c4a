/** What pages without a caller are headed. */
import { readLabel } from './labels.ts';
import { noCallerPages, wholePages } from './lexicon-pages.ts';
import { ownScreens } from './lexicon-screens.ts';
import { phraseSet, readable } from './phrases.ts';

/** Longest heading looked at. */
const headingLength = 200;

const noCallerSet = phraseSet(noCallerPages);

const wholePageSet = phraseSet(wholePages);

/** "Outage board", "Night audit", "Dienstplan", "Tableau des gardes": boards and plans of our own people and things. */
const ownBoards =
  /^(?:\p{L}+ )?(?:roster|rota|wallboard|timesheets?|leaderboard)$|^(?:outage|status|duty|shift|staff|crew|crews|dispatch|night|stock|fleet|on call) (?:board|planner|audit|sheet|overview)$|^planner$|^(?:dienst|schicht|einsatz|bereitschafts|urlaubs)(?:plan|plane|ubersicht)$|^(?:dienst|werk|piket)?rooster$|^(?:tableau|planning|roulement) (?:de |des |du |d )?(?:garde|gardes|astreinte|astreintes|service|services|equipe|equipes)$|^(?:cuadrante|turnos|cuadro) de (?:guardia|guardias|turnos|servicio|servicios)$|^turni(?: di (?:guardia|servizio|reperibilita))?$|^escala de (?:plantao|servico|turnos)$|^grafik (?:dyzurow|zmian|pracy)$|^(?:当番|シフト|勤務|在庫)表$/u;

const ownScreenSet = phraseSet(ownScreens);

/** Whether a text is what a page without a caller is headed, as it stands in the vocabulary. @param folded by `readable` */
export function isScreenName(folded: string): boolean {
  return noCallerSet.has(folded) || ownScreenSet.has(folded);
}

/** Whether a heading names a screen of our own side; a page with a caller's fields is a record all the same. */
export function isOwnScreen(text: string): boolean {
  if (text.length >= 60) return false;
  const folded = readable(text);
  return ownScreenSet.has(folded) || ownBoards.test(folded);
}

/** What everybody here is to know, and how things are done, in eleven languages, folded. */
const knowledge =
  /^(?:knowledge(?: base| articles| cent(?:er|re))?|kb|help cent(?:er|re)|playbooks?|wiki|faqs?|base de conocimientos?|base de connaissances?|procedures internes|wissensdatenbank|wissensbasis|arbeitsanweisungen|base de conhecimentos?|base di conoscenz[ae]|kennisbank|werkinstructies|baza wiedzy|kunskapsbas(?:en)?|kunnskapsbase|vidensbase|rutiner?)$|^(?:ナレッジ(?:ベース)?|よくある質問|業務手順|手順書)$|^(?:قاعده|قاعدة) (?:المعرفه|المعرفة|معرفة)$/;

/** Whether a text is the name of such a place of a product. */
export function isKnowledgeWord(text: string): boolean {
  return text.length < 40 && knowledge.test(readable(text));
}

/** "My account profile", "Mein Konto": of the one who is signed in. */
const ownPages =
  /^(?:my|mis?|mon|ma|mes|mein|meine|meu|minha|meus|il mio|la mia|le mie|mijn|moj|moje|moja|min|mina|mitt) (?:\p{L}+ )*(?:profile|account|settings|preferences|details|perfil|cuenta|datos|preferencias|profil|compte|preferences|parametres|konto|daten|einstellungen|conta|dados|configuracoes|profilo|dati|impostazioni|profiel|gegevens|instellingen|dane|ustawienia|uppgifter|installningar)(?: \p{L}+)?$/u;

/** "My profile", "Your profile and visibility", "Ihr Konto": what a tab says over the name of whoever is signed in. */
const ownTitles =
  /^(?:my|your|mi|tu|su|mon|votre|mein|ihre?|meu|seu|minha|sua|il mio|il tuo|mijn|jouw|uw|moj|moje|twoj|twoje|min|mitt|din|ditt) (?:profile|account|settings|preferences|perfil|cuenta|ajustes|preferencias|profil|compte|parametres|konto|einstellungen|conta|configuracoes|profilo|impostazioni|preferenze|profiel|instellingen|ustawienia|installningar)(?: (?:and|&|y|et|und|e|en|i|och) \p{L}+| settings)?$/u;

/** Whether a title is that of a page of the one who is signed in. */
export function isOwnPage(title: string): boolean {
  return title.length < 60 && ownTitles.test(readable(title));
}

/** "My Day", "Mein Arbeitsplatz": what the one who is signed in begins with. */
const ownDays =
  /^(?:my (?:day|week|shift|work|workday|desk|workspace|home|overview|board|queue|queues|team|calendar|schedule|agenda)|mi (?:dia|jornada|escritorio|espacio|agenda|equipo)|ma journee|mon (?:espace|bureau|agenda|equipe)|mein (?:tag|arbeitstag|arbeitsplatz|arbeitsbereich|kalender|team)|meine (?:woche|schicht|ubersicht)|meu (?:dia|espaco|painel)|minha (?:agenda|equipe|equipa)|la mia (?:giornata|agenda)|il mio (?:team|spazio)|mijn (?:dag|werkdag|werkplek|agenda|team)|moj (?:dzien|pulpit|kalendarz|zespol)|min (?:dag|vecka|sida)|マイ(?:デー|ページ|ワークスペース)|今日の予定)$/u;

/** Last words of such headings that companies have in their names as well. */
const trades: ReadonlySet<string> = new Set(
  'analytics insights performance metrics monitoring pipeline channels telephony workforce devices dispatch calendar gateways facilities directory automations integrations telefonie telefonia'.split(
    ' ',
  ),
);

/** Whether a heading or title names a page without a caller (settings, dashboards, knowledge). */
export function isNoCallerHeading(text: string): boolean {
  if (text.length > headingLength) return false;
  // "Purchase order PO-8812": what the page is, and which one.
  const folded = readable(text.replace(/\s+[#(]?(?:\p{L}{1,5}[-_])*\d[\p{L}\d\-_/]*\)?$/u, ''));
  if (noCallerSet.has(folded) || wholePageSet.has(folded)) return true;
  // "RT Administration", "Voice settings": the last words say it, as long as little stands before them.
  const parts = folded.split(' ');
  if (parts.length > 4) return false;
  if (ownPages.test(folded) || ownDays.test(folded)) return true;
  return [1, 2].some((count) => {
    const tail = parts.slice(-count).join(' ');
    if (tail.length <= 6 || !noCallerSet.has(tail)) return false;
    // "Call analytics" is a page, "BluePeak Analytics" a company.
    return !trades.has(tail) || (readLabel(parts.slice(0, -count).join(' '))?.share ?? 0) > 0.5;
  });
}
