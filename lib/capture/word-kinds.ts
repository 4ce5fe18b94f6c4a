/** What a word of a label can say about what stands beside it. */
export type WordKind =
  // Numbers to call
  | 'phone'
  | 'mobile'
  | 'home'
  | 'work'
  | 'direct'
  | 'callback'
  | 'calling'
  | 'main'
  | 'switchboard'
  // Numbers not to call
  | 'fax'
  | 'pager'
  | 'called'
  | 'other'
  | 'extension'
  /** Who is met where the work is done: on a job the one to call, elsewhere somebody else. */
  | 'siteContact'
  // People
  | 'caller'
  | 'requester'
  | 'customer'
  | 'contact'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'title'
  | 'company'
  | 'account'
  | 'agent'
  | 'author'
  // Identifiers and the rest
  | 'record'
  /** Just "Number": of what, it does not say. */
  | 'number'
  | 'id'
  | 'subject'
  | 'email'
  | 'address'
  | 'time'
  | 'amount'
  | 'field'
  | 'note';
