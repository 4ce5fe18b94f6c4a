/** What kind of record a page shows, as far as it says so itself. */
import { readLabel } from './labels.ts';
import type { Page } from './page-model.ts';

export type RecordType = 'person' | 'account' | 'event';

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
  workorder: 'event',
  appointment: 'event',
};

/** The kind of record, null when nothing says it. The words beside the heading and in the title first. */
export function recordType(page: Page): RecordType | null {
  const title = page.frames[0]?.title ?? '';
  const heading = page.items.find((item) => item.heading === 1 && !item.hidden && !item.chrome);
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
  return typeOfAddress(page.frames[0]?.url ?? '');
}

function typeOfWord(text: string): RecordType | null {
  const label = readLabel(text.trim());
  if (!label || label.share < 0.9) return null;
  if (label.words.has('record') && !label.words.has('company')) return 'event';
  if (label.kind === 'customer' || label.kind === 'contact' || label.kind === 'requester') return 'person';
  return label.kind === 'company' ? 'account' : null;
}

function typeOfAddress(url: string): RecordType | null {
  const words = url
    .replace(/^https?:\/\/[^/]+/, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  let last: RecordType | null = null;
  for (const [at, word] of words.entries()) {
    const type = addressWords[word] ?? addressWords[word.replace(/s$/, '')] ?? null;
    if (!type) continue;
    if (/\d/.test(words[at + 1] ?? '')) return type;
    last = type;
  }
  return last;
}
