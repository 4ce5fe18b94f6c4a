/** What pages without a caller are headed. */
import { noCallerPages, wholePages } from './lexicon-pages.ts';
import { phraseSet, readable } from './phrases.ts';

const noCallerSet = phraseSet(noCallerPages);

const wholePageSet = phraseSet(wholePages);

/** "Outage board", "Night audit", "Dienstplan", "Tableau des gardes": what screens of our own side end or begin with. */
const ownBoards =
  /(?:^|\s)(?:board|roster|rota|planner|audit|wallboard|timesheets?|leaderboard|handover|handbook|policy|policies|inventory|stock)$|(?:plan|ubersicht|verzeichnis|einstellungen|tafel|rooster|overzicht|bord|oversikt|schema)$|^(?:tableau|planning|roulement|tour|annuaire|rapport|reglages|panel|tablero|cuadrante|turnos?|guardias?|planificacion|pannello|bacheca|turni|turno|riepilogo|painel|quadro|escala|plantao|tablica|grafik|dyzury|raport)(?:\s|$)|(?:当番|シフト|勤務|在庫)表?$/u;

/** Boards and plans of calls and of whom to call are lists of callers. */
const ofCallers =
  /call|lead|customer|client|contact|patient|guest|anruf|ruckruf|kund|appel|llamad|chiamat|ligac|chamad|bel|gesprek|telefo|kontakt|oddzwon|折り返し|着信/u;

/** Whether a heading or title names a page without a caller (settings, dashboards, knowledge). */
export function isNoCallerHeading(text: string): boolean {
  // "Purchase order PO-8812": what the page is, and which one.
  const folded = readable(text.replace(/\s+[#(]?(?:\p{L}{1,5}[-_])*\d[\p{L}\d\-_/]*\)?$/u, ''));
  if (noCallerSet.has(folded) || wholePageSet.has(folded)) return true;
  // "RT Administration", "Voice settings": the last words say it, as long as little stands before them.
  const parts = folded.split(' ');
  if (parts.length > 4) return false;
  if (ownBoards.test(folded) && !ofCallers.test(folded)) return true;
  return [1, 2].some((count) => {
    const tail = parts.slice(-count).join(' ');
    return tail.length > 6 && noCallerSet.has(tail);
  });
}
