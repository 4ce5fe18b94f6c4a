/** One meaning for a label, out of the meanings of its words. */
import type { WordKind } from './word-kinds.ts';

/**
 * What a label says about its value: what one of its words says, but for those that only say more with another
 * ("account", "record"), and what only several words say together.
 */
export type LabelKind =
  | Exclude<WordKind, 'account' | 'record'>
  | 'otherPhone'
  | 'agentPhone'
  | 'recordNumber'
  | 'accountNumber';

/** What a short text means as a label. */
export interface Label {
  kind: LabelKind;
  /** The words found, for labels that mean two things ("From" is a number or a name). */
  words: ReadonlySet<WordKind>;
  /** Share of the label's letters the words explain, 0 to 1. */
  share: number;
}

const phoneWords: readonly WordKind[] = ['phone', 'mobile', 'callback', 'direct'];

/** One meaning for the whole label; the order is the rule: what excludes comes before what includes. */
export function decide(
  found: ReadonlySet<WordKind>,
  folded: string,
  isFieldAt: (folded: string) => boolean,
): LabelKind | null {
  const has = (...list: WordKind[]): boolean => list.some((kind) => found.has(kind));
  const isPhone = phoneWords.some((kind) => found.has(kind)) && !(has('record') && aboutCall.test(folded));
  if (has('fax')) return 'fax';
  if (has('pager')) return 'pager';
  if (has('email') && !isPhone) return 'email';
  // "Customer phone", "Called number", "Support line": whose number it is comes first.
  if (has('called') && !has('direct', 'main', 'callback', 'calling', 'caller', 'mobile')) {
    // "Line", "To", "Via" alone also head columns; as labels of a number they are our side.
    return 'called';
  }
  if (has('siteContact') && !isPhone) return 'siteContact';
  if (has('other')) return isPhone || has('number') ? 'otherPhone' : 'other';
  if (has('agent') && !has('caller', 'customer', 'requester')) {
    if (isPhone)
      return has('work', 'home', 'mobile') && !/owner|agent|assign|tech|rep\b/.test(folded)
        ? phoneKind(found)
        : 'agentPhone';
    if (!has('calling') || found.size > 1) return 'agent';
  }
  if (has('agent')) return 'agent';
  if (has('author')) return 'author';
  if (has('switchboard')) return 'switchboard';
  if (has('callback')) return 'callback';
  if (has('calling')) return 'calling';
  if (isPhone) return phoneKind(found);
  if (has('extension')) return 'extension';
  // "Deal contact", "Contacto del pedido": the person of a thing.
  const person = has('contact', 'caller', 'requester', 'customer');
  const ofThing = person && !has('number') && namesPerson.test(folded);
  if (ofThing && has('contact')) return 'contact';
  if (has('time') && !has('caller', 'home', 'work')) return 'time';
  if (has('amount')) return 'amount';
  if (has('address') && !has('home', 'work')) return 'address';
  // "Unit desk": the last word says what it is.
  const ofDesk = has('work') && / (?:desk|office)$/.test(folded);
  if (has('id') && !has('firstName', 'lastName') && !ofThing && !ofDesk) {
    // "Customer ID", "Case ID": the id of the record itself.
    if (/^id\b|\bid$|\bid\b/.test(folded) && found.size > 1) {
      if (has('record')) return 'recordNumber';
      if (has('customer', 'account', 'contact', 'company')) return 'accountNumber';
    }
    return 'id';
  }
  if (has('number')) {
    if (has('record')) return 'recordNumber';
    if (has('customer', 'account', 'contact', 'company')) return 'accountNumber';
    if (has('main', 'direct', 'home', 'work')) return phoneKind(found);
    return [...found].every((kind) => kind === 'number' || kind === 'field') ? 'number' : 'id';
  }
  if (has('subject')) return 'subject';
  // "Ticket name", "Nom du projet": what the thing is called.
  const thing = has('record', 'title') && !person && !has('company', 'account');
  if (thing && has('name') && namesThing.test(folded)) return has('record') ? 'subject' : 'title';
  if (has('firstName') && !has('lastName', 'name')) return 'firstName';
  if (has('lastName') && !has('firstName', 'name')) return 'lastName';
  if (has('caller')) return 'caller';
  if (has('requester')) return 'requester';
  if (has('note')) return 'note';
  // "Lead status", "Type de contact": a word of screens before or behind makes it a field about them.
  if (has('customer', 'contact') && !has('name', 'company') && isFieldAt(folded)) return 'field';
  // "Customer primary contact": the customer's, but not the customer.
  if (has('customer') && !has('contact')) return 'customer';
  if (has('company')) return 'company';
  if (has('contact')) return 'contact';
  if (has('account')) return 'company';
  if (has('name', 'firstName', 'lastName')) return 'name';
  if (has('main', 'direct', 'home', 'work')) return phoneKind(found);
  if (has('record')) return 'recordNumber';
  if (has('title')) return 'title';
  return has('field') ? 'field' : null;
}

/** "Call type", "Call start time": what is said of a call, no number to call. */
const aboutCall =
  /^(?:\w+ )?calls? (?:\w+ )?(?:type|result|agenda|purpose|status|time|date|duration|outcome|direction|notes?|details|summary|reason|subject)$/;

/** The person of a thing, by how the label begins or ends. */
const namesPerson =
  / (?:contact|contact name|contact person|caller|requester|kontakt|ansprechpartner(?:in)?|kontaktperson|contactpersoon)$|^(?:contacto|contato|contatto|referente|ansprechpartner(?:in)?|persona de contacto) |^contact (?:de|du|des) /u;

/** A word for a name at the end, or before "of". */
const namesThing =
  /.(?:name|naam|namn|navn|名)$|^(?:nombre|nom|nome) (?:del?|d[oai]|du|des) |^(?:nazwa|اسم) /u;

function phoneKind(found: ReadonlySet<WordKind>): LabelKind {
  if (found.has('mobile')) return 'mobile';
  if (found.has('direct')) return 'direct';
  if (found.has('main') || found.has('company') || found.has('account')) return 'main';
  if (found.has('home')) return 'home';
  return found.has('work') ? 'work' : 'phone';
}
