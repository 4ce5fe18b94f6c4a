/** What kind of record a page shows, as far as it says so itself. */
import { readLabel } from './labels.ts';
import { cleanName, isCompanyName, nameShape } from './name-shape.ts';
import type { Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { fold } from './text.ts';

export type RecordType = 'person' | 'account' | 'event' | 'thing';

/** Words before an id in an address ("/contacts/12", "etn=account"), singular. */
const addressWords: Record<string, RecordType> = {
  contact: 'person',
  customer: 'person',
  client: 'person',
  person: 'person',
  people: 'person',
  user: 'person',
  lead: 'person',
  patient: 'person',
  member: 'person',
  account: 'account',
  organization: 'account',
  organisation: 'account',
  company: 'account',
  companie: 'account',
  ticket: 'event',
  case: 'event',
  incident: 'event',
  job: 'event',
  request: 'event',
  call: 'event',
  phonecall: 'event',
  conversation: 'event',
  deal: 'event',
  opportunity: 'event',
  issue: 'event',
  task: 'event',
  inquiry: 'event',
  enquiry: 'event',
  order: 'event',
  booking: 'event',
  reservation: 'event',
  claim: 'event',
  complaint: 'event',
  problem: 'event',
  interaction: 'event',
  visit: 'event',
  quote: 'event',
  invoice: 'event',
  workorder: 'event',
  product: 'thing',
  item: 'thing',
  asset: 'thing',
  course: 'thing',
  campaign: 'thing',
  article: 'thing',
  device: 'thing',
  project: 'thing',
  template: 'thing',
  warehouse: 'thing',
  vehicle: 'thing',
  appointment: 'event',
  // As they stand in addresses of products in other languages.
  contacto: 'person',
  contatto: 'person',
  contato: 'person',
  contacten: 'person',
  kontakt: 'person',
  kontakte: 'person',
  kontakty: 'person',
  cliente: 'person',
  clienti: 'person',
  kunde: 'person',
  kunden: 'person',
  klant: 'person',
  klanten: 'person',
  klient: 'person',
  klienci: 'person',
  abonent: 'person',
  abonne: 'person',
  paciente: 'person',
  paziente: 'person',
  patienten: 'person',
  pacjent: 'person',
  pacjenci: 'person',
  mitglied: 'person',
  socio: 'person',
  entreprise: 'account',
  societe: 'account',
  empresa: 'account',
  azienda: 'account',
  aziende: 'account',
  bedrijf: 'account',
  bedrijven: 'account',
  firma: 'account',
  firmen: 'account',
  firmy: 'account',
  unternehmen: 'account',
  organisationen: 'account',
  organizacion: 'account',
  cuenta: 'account',
  conta: 'account',
  zgloszenie: 'event',
  zgloszenia: 'event',
  sprawa: 'event',
  sprawy: 'event',
  demande: 'event',
  dossier: 'event',
  caso: 'event',
  chamado: 'event',
  solicitud: 'event',
  solicitude: 'event',
  pratica: 'event',
  pratiche: 'event',
  richiesta: 'event',
  richieste: 'event',
  vorgang: 'event',
  vorgaenge: 'event',
  fall: 'event',
  faelle: 'event',
  auftrag: 'event',
  auftraege: 'event',
  anfrage: 'event',
  zaak: 'event',
  zaken: 'event',
  melding: 'event',
  meldingen: 'event',
  appel: 'event',
  llamada: 'event',
  anruf: 'event',
  anrufe: 'event',
  chiamata: 'event',
  chiamate: 'event',
  gesprek: 'event',
  gesprekken: 'event',
  polaczenie: 'event',
  polaczenia: 'event',
  ligacao: 'event',
  ligacoe: 'event',
  chamada: 'event',
  commande: 'event',
  pedido: 'event',
  ordine: 'event',
  ordini: 'event',
  bestellung: 'event',
  intervention: 'event',
  reserva: 'event',
  prenotazione: 'event',
  rendezvous: 'event',
  cita: 'event',
  termin: 'event',
};

/** The kind of record, null when nothing says it. The words beside the heading and in the title first. */
export function recordType(page: Page): RecordType | null {
  const title = page.frames[0]?.title ?? '';
  const heading = primaryHeading(page);
  const texts: string[] = title.split(/\s*[:：|]\s*|\s+[–—-]\s+|\s+#?\d+/);
  if (heading) {
    texts.push(...heading.text.split(/\s*[:：|]\s*|\s+[–—-]\s+|\s+#?\d+/));
    for (const at of [heading.at + 1, heading.at - 1]) {
      const beside = page.items[at];
      if (beside && !beside.hidden && !beside.chrome && beside.text.length < 30) texts.push(beside.text);
    }
  }
  if (/^#\d/.test(title) || /^#\d/.test(heading?.text ?? '')) return 'event';
  for (const text of texts) {
    const type = typeOfWord(text);
    if (type) return type;
  }
  if (heading && isCompanyName(heading.text)) return 'account';
  return typeOfLabels(page) ?? typeOfAddress(page.frames[0]?.url ?? '') ?? typeOfFields(page);
}

/** Labels of what companies are registered under, folded. */
const registers: ReadonlySet<string> = new Set(
  'siret|siren|rcs|tva|n tva|no tva|kvk|kvk nummer|kvk nr|btw|btw nummer|btw nr|vat|vat no|vat number|vat id|vat reg no|ein|abn|acn|company number|company no|company reg no|company registration|registration number|duns|cnpj|razao social|inscricao estadual|partita iva|p iva|p iva c f|rea|ust id|ust idnr|ust id nr|hrb|handelsregister|handelsregisternr|regon|krs|cif|orgnr|org nr|organisationsnummer|cvr|y tunnus|法人番号|السجل التجاري'.split(
    '|',
  ),
);

/** A record with a company's register number among its fields is the company's. */
function typeOfFields(page: Page): RecordType | null {
  const heading = primaryHeading(page);
  if (!heading || nameShape(cleanName(heading.text)) < 0.45) return null;
  const found = page.items.some(
    (item) => !item.hidden && !item.chrome && item.text.length < 30 && registers.has(fold(item.text)),
  );
  return found ? 'account' : null;
}

/** "Deal owner", "Ticket ID", "Company name": labels say whose fields these are; most of them win. */
function typeOfLabels(page: Page): RecordType | null {
  const votes: Record<RecordType, number> = { person: 0, account: 0, event: 0, thing: 0 };
  for (const item of page.items) {
    if (item.hidden || item.chrome || item.leaf.kind !== 'text' || item.text.length > 30) continue;
    const words = item.text.toLowerCase().match(/\p{L}+/gu) ?? [];
    if (
      words.length !== 2 ||
      !/^(owner|id|stage|status|source|type|record|details|information|besitzer|status)$/.test(words[1] ?? '')
    )
      continue;
    const type = addressWords[words[0] ?? ''];
    if (type) votes[type]++;
  }
  const best = (Object.keys(votes) as RecordType[]).sort((a, b) => votes[b] - votes[a])[0];
  return best && votes[best] > 0 ? best : null;
}

function typeOfWord(text: string): RecordType | null {
  const label = readLabel(text.trim());
  if (!label || label.share < 0.9) return null;
  // "Patient file", "Kundenakte": a record of a person, not a matter of theirs.
  const person = label.words.has('customer') || label.words.has('contact');
  if (
    person &&
    /file|record|profil|chart|card|akte|karte|dossier|fiche|ficha|scheda|karta|kartei/i.test(text)
  )
    return 'person';
  if (label.words.has('record') && !label.words.has('company')) return 'event';
  if (label.kind === 'customer' || label.kind === 'contact' || label.kind === 'requester') return 'person';
  return label.kind === 'company' ? 'account' : null;
}

/** What addresses call several of a kind that are kept together. */
const many = /^(?:groups?|segments?|lists?|categor(?:y|ies)|tags?)$/;

function typeOfAddress(url: string): RecordType | null {
  const words = url
    .replace(/^https?:\/\/[^/]+/, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  let last: RecordType | null = null;
  for (const [at, word] of words.entries()) {
    const type = addressWords[word] ?? addressWords[word.replace(/s$/, '')] ?? null;
    if (!type) continue;
    // "/customer-groups/41": many of them, under one name.
    if (many.test(words[at + 1] ?? '')) return 'thing';
    if (/\d/.test(words[at + 1] ?? '')) return type;
    last = type;
  }
  return last;
}
