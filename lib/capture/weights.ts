/**
 * Every weight of the scoring, with its reason: log-odds (+1: 2.7 times as likely), from what holds on every product.
 */

/** Weights for telephone numbers. */
export const phoneWeights = {
  /** Before anything is known: most digit runs on a record page are not the caller's number. */
  base: -3,

  // What the label says.
  /** The agent's own words for what we are after. */
  callback: 4.2,
  /** The call in hand came from it. */
  calling: 4,
  /** The first number of a page that shows a call in hand, with no label that says so. */
  line: 3,
  /** One person carries it: it reaches the caller and nobody else. */
  mobile: 3.4,
  /** A line of one person, at their desk. */
  direct: 3.2,
  /** Says that it is a number to call, and not which of several. */
  phone: 3,
  /** Shared with a household, and not answered in working hours. */
  home: 2.9,
  /** Often answered by somebody else first. */
  work: 2.7,
  /** Main, primary: a person's best number, or a company's switchboard. */
  main: 2.6,
  /** A company's shared line, on a person's record; on the company's own record it is the number to call. */
  switchboard: -2,
  /** "Number" alone: a phone in a list of calls, an id as often elsewhere. */
  number: 1,
  /** A number field that is not spoken on. */
  pager: -2,
  /** Nobody speaks on it: more than all that can speak for a number together. */
  fax: -8,
  /** Called number, support line, tracking line: our side of the call. */
  called: -7,
  /** Spouse, landlord, supplier, emergency: somebody else's number on this record. */
  otherPhone: -5,
  /** "Telephone 2": one of several, and not the first. */
  second: -1.4,
  /** Labelled as the agent’s or the owner’s own: our side, in whatever card it stands. */
  agentPhone: -7,
  /** Order, invoice, serial, VAT, amount, date: not a phone, however it is grouped. */
  otherKind: -7,
  /** A label the vocabulary does not know: as likely a relation or a place as a kind of phone. */
  unknownLabel: -0.5,
  /** The same over a number set as its country sets numbers, among the record's own fields: a kind of phone. */
  unknownLabelField: 1,
  /** Words in the same line that say nothing we know: a place, a person, a company. */
  otherWords: -1.2,

  // What the page's own markup says.
  /** Whoever made the page had it dial: a number for certain, if not whose. */
  telLink: 2.6,
  /** input type=tel or autocomplete=tel. */
  fieldType: 1.8,
  /** Stated for machines as a telephone (microdata, JSON-LD, h-card); of whom, the rest of the page tells. */
  structured: 2.5,

  // How it is written.
  /** "+" and a country’s code: ids are hardly ever written so. */
  international: 0.7,
  /** Set in groups, as numbers are and some ids. */
  grouped: 0.5,
  /** Set in its country's own groups: ids seldom are. */
  conventional: 0.7,
  /** Bare digits without a label are ids far more often than numbers (see design notes: 41 to 91 %). */
  bare: -2.5,
  /** The same by themselves in a block of contact details under the caller's name. */
  bareInBlock: -1,
  /** Long enough for its country, but in no range of its plan. */
  notInPlan: -1,
  /** The most a number can reach that may be the agent's country's or the page's: a wrong one calls a stranger. */
  doubtfulCountry: 0.35,
  /** The same for the less likely of the two. */
  otherCountry: 0.3,
  /** Free-phone numbers belong to companies that are called, not to callers. */
  tollFree: -2.5,

  // Where it stands.
  /** Header, footer, menu: the product's and the agent's own. */
  chrome: -4.5,
  /** Above the record's heading and apart from it: bars made of divs. */
  aboveRecord: -2.5,
  /** Only mentioned in running text: neighbours, suppliers, quoted numbers. */
  prose: -3.2,
  /** Running text that says whose it is ("my mobile …", "call back on …"). */
  proseLabel: 1.2,
  /** In what somebody wrote, not in the record's own fields. */
  feed: -1,
  /** The agent's own draft or signature. */
  draft: -4,
  /** One of many rows: a list about others. */
  row: -6.5,
  /** In a view kept aside, most often another customer’s record: the agent does not see it. */
  hidden: -6,
  /** Hidden on the caller's own card (a folded panel), and the same number is shown elsewhere. */
  folded: -1,
  /** What stands in front of the page is what the agent works on. */
  dialog: 0.6,
  /** In the heading or title: the record is about this number. */
  heading: 4,
  /** After another word in the heading ("Booking 512-555-0147"): the id of the record. */
  headingId: -3,
  /** A section about somebody else or about our own people. */
  otherSection: -4,

  // Whose it is.
  /** Beside the caller’s name: more often theirs than anybody else’s. */
  sameCard: 1.8,
  /** The only number of the small card under the caller's name, with no label of its own. */
  onlyInCard: 1.2,
  /** Beside an e-mail address: a block of contact details, whatever its labels are called. */
  contactBlock: 1.3,
  /** The nearest name above it is somebody else's. */
  otherPerson: -3.5,
  /** No caller was found and nothing calls this a caller's number. */
  noSubject: -1.6,
  /** The one number among the record's own fields: there is nothing to mistake it for. */
  only: 1.2,
  /** Said again elsewhere on the record, once a place. */
  agrees: 0.7,
  /** The same number is labelled as ours, or stands in header or footer. */
  ownSide: -5,
  /** A note beside it: shared, old, do not call, a relative. */
  noteAgainst: -3.5,
  /** A page about settings, lines or the agent's own profile. */
  noCallerPage: -8,
  /** On many records of this site. */
  repeatedOnSite: -5,
  /** The agent picked this place before. */
  hint: 6,
  /** The agent marked it, and so said which one it is. */
  selected: 7,
  /** The agent’s cursor stands in it; they may be about to write another. */
  focused: 2,
} as const;

/** Weights of frames, for numbers and names alike. */
export const frameWeights = {
  /** The agent works in it. */
  focused: 0.7,
  /** A sliver of the screen: a chat or consent widget. */
  widget: -1.5,
} as const;

/** Weights for names. */
export const nameWeights = {
  /** Before anything is known: most texts that could be names name somebody else, or nobody. */
  base: -2.6,
  /** How much it looks like a name at all, times the shape (0 to 1). */
  shape: 1.6,
  /** The label says it: who called. */
  caller: 4,
  /** Who asked for what the record is about: most often who called. */
  requester: 4,
  /** Whom the record is for; somebody else of theirs may have called. */
  customer: 3.4,
  /** The person to talk to, sometimes one of several. */
  contact: 3.2,
  /** On a ticket or job its contact comes before the customer it is for. */
  contactFirst: 0.3,
  /** On an animal's record its owner comes before the animal. */
  ownerFirst: 1,
  /** On a company's record a contact is one of its people. */
  contactOfAccount: 0.8,
  /** On a ticket or job: whom the visit is with, where the customer is a company. */
  siteContact: 2.6,
  /** Says that it is a name, not whose. */
  name: 2.8,
  /** "Name: dlee": a login, as far as it looks. */
  plainName: 0.8,
  /** Who a message being written goes to. */
  recipient: 2.8,
  /** "Request from Dana Lee" in the heading or title. */
  from: 3,
  /** First and last name fields: nothing else is split like that. */
  parts: 4.2,
  /** A company stands in for the caller only when no person is there. */
  company: 0.6,
  /** Stated for machines as a person; an author or an agent may be, too. */
  structured: 2.5,
  /** Set over a number in the same small part of the page, with no label of its own. */
  card: 2,
  /** A record is most often titled by whom it is about, and else by a subject or a number. */
  heading1: 2.2,
  /** Under a heading that only says what is done ("Change contact information"). */
  namedUnder: 2.6,
  /** A smaller heading is a section’s as often as a person’s. */
  heading2: 1.2,
  /** The tab’s title names the record, or the product, or the record before. */
  title: 1.4,
  /** The current tab or breadcrumb names the record; its words are cut short and may be of a list. */
  strip: 0.6,
  /** The page's address is made of it. */
  inAddress: 2,
  /** Initials or a picture stand beside people only, agents among them. */
  avatar: 1,
  /** An address beside it is made of it: it names a person, most often the one written to. */
  email: 1.2,
  /** How a Japanese name is read stands right beside it: only people's names are given so. */
  reading: 1.5,
  /** Said again elsewhere, for each of up to three places: a record repeats its caller, a list does not. */
  agrees: 0.5,
  /** A number to reach somebody on stands beside it. */
  nearPhone: 1.2,
  /** The most a name can reach that only stands there as text. */
  onlyText: -0.3,
  /** The same, when an e-mail address beside a number is made of it. */
  textWithEmail: 0.9,
  /** A heading with no number, address or picture of its own: the name of a page as often as of a person. */
  bareHeading: 0.45,
  /** The same over fields of how to reach somebody, the number's left empty. */
  emptyHeading: 0.9,
  /** The heading of a page whose numbers all stand in a list: it names the list. */
  listHeading: -2.5,
  /** A heading with a legal form in it, over a number: no section is called so. */
  firmHeading: 0.6,
  /** The same on a company's record, which is headed by what it is ("Company details"). */
  firmOfAccount: 1,
  /** What is left of a heading on a page about a product, a course, a device: it names that. */
  thingHeading: 0.2,
  /** The page says that the caller is not known. */
  nobody: -3,
  /** The label says our own side: agent, owner, assignee. */
  agent: -5,
  /** Who wrote or changed something: mostly agents, sometimes the customer. */
  author: -1.5,
  /** The label says somebody else: a relative, a supplier, a neighbour. */
  other: -4,
  /** In a part of the record about somebody else. */
  otherSection: -4,
  /** Label that makes the value no name at all (status, address, product). */
  otherKind: -5,
  /** Under a label the vocabulary does not know: most fields hold something else than the caller. */
  unknownLabel: -1.2,
  /** "Signed in as": the agent. */
  ownSide: -4,
  /** Named above the record's heading, apart from it, and nowhere as the caller. */
  aboveRecord: -3.5,
  /** In what somebody wrote or in the history: mentioned, not recorded as the caller. */
  feed: -1.2,
  /** One of many rows: a list of others. */
  row: -5,
  /** In what the agent is writing. */
  draft: -4,
  /** A page about settings, lines or the agent’s own profile: nobody on it called. */
  noCallerPage: -9,
  /** On the records of many different callers of this site: an agent, or the company itself. */
  repeatedOnSite: -4,
  /** The agent marked it, and the page names it as somebody. */
  selected: 6,
} as const;

/** A field is filled in from here on. A wrong number is worse than a blank, a wrong name a little less. */
export const thresholds = { name: 0.6, phone: 0.6, reference: 0.5 } as const;

/** Weights for references. */
export const referenceWeights = {
  /** Before anything is known: most codes on a page are those of something else. */
  base: -3,
  /** "Case number": the record in hand. */
  recordNumber: 3.6,
  /** "Customer number", "Account". */
  accountNumber: 3.4,
  /** The label only stands beside it. */
  untied: -0.3,
  /** "ID" and nothing else, over letters and digits: the record's own. */
  idAlone: 3.1,
  /** "Ticket #58901" in a heading. */
  heading: 3.6,
  /** The tab’s title begins with the record’s number, or says it after the word for a record. */
  title: 3.2,
  /** "Call #8812 · 8:21 AM" in a line of its own. */
  inline: 2.8,
  /** "Customer number 7946 0551 20" in a short line: the word and the number. */
  named: 3.2,
  /** The page's own address holds it. */
  inAddress: 1.8,
  /** Its text is nothing but a part of the page's address. */
  addressOnly: 3.8,
  /** "External ID", "Parent case": another record's or system's. */
  external: -2,
  /** "Interaction ID": a key of the telephone system's. */
  technical: -0.5,
  /** "Employee number", "Matrikelnummer": as often an agent's as a caller's. */
  personNumber: 3.1,
  /** Said again elsewhere. */
  agrees: 0.4,
  /** One of many rows. */
  row: -4,
  /** Header, footer, menu: numbers of versions, queues and other open records. */
  chrome: -4,
  /** In a view kept aside, most often another record’s. */
  hidden: -5,
  /** In what somebody wrote: another record that is mentioned. */
  feed: -2,
} as const;
