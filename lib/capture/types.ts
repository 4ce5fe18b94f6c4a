/**
 * What capture takes and gives, as plain data: the panel, the stores and the background see nothing else
 * of this room. Words for the screen are made from the codes elsewhere (lib/i18n).
 */

/** What the extension knows before it looks at the page. */
export interface CaptureContext {
  /** The agent's own country, ISO 3166-1 alpha-2 ("US"): how national numbers are read first. */
  defaultCountry: string;
  /** Epoch milliseconds of the capture; call times on the page are read relative to it. */
  now: number;
  /** IANA zone of the agent ("Europe/London"). */
  zone: string;
  /** What this browser remembers of the page's site, if anything. */
  siteMemory?: SiteMemory;
}

/** One capture: what is filled in, what is offered instead, and what the agent should be told. */
export interface CaptureResult {
  page: CapturedPage;
  name: FieldCapture;
  phone: FieldCapture;
  reference: FieldCapture;
  /** What the page's national numbers were read in: what is picked on it later is read alike. */
  countries: Countries;
  /** Rows of a call log or contact list, in page order; empty on a page about one caller. */
  callers: CallerRow[];
  /** Offered beside the reason, never filled in by itself. */
  reasonSuggestion: ReasonSuggestion | null;
  notices: CaptureNotice[];
  stats: CaptureStats;
}

/**
 * Countries national numbers are read in.
 * `clear`: the page's address or its language says the other country by name. `likely`: its language is at home
 * there, or its international numbers and addresses are. `weak`: its language is spoken there as well as at home.
 */
export interface Countries {
  /** The agent's own, ISO 3166-1 alpha-2. */
  home: string;
  others: readonly string[];
  sure: 'clear' | 'likely' | 'weak';
}

/** The record's address as it may be kept: no session tokens, no secrets. */
export interface CapturedPage {
  /** Sanitised URL of the top frame. */
  url: string;
  title: string;
  /** Host of the top frame ("acme.example.com"), "" for pages without one. */
  site: string;
  /** Same record, same key; client-side navigation to another record gives another. */
  recordKey: string;
}

/** One field of the form. */
export interface FieldCapture {
  /** What is filled in: the best candidate when it is above the field's threshold, else null. */
  chosen: Candidate | null;
  /** Best first, at most five, also those below the threshold. */
  candidates: Candidate[];
}

/** A value the page offers for a field. */
export interface Candidate {
  /** Name or reference as cleaned text; for phones the number as shown on the page. */
  value: string;
  /** Phones only: the number in E.164 ("+14155550132"). */
  e164?: string;
  /** Phones only: the extension's digits ("2210"). */
  extension?: string;
  /** Share of such candidates that turn out right, 0 to 1. */
  confidence: number;
  /** Why, strongest first; also what speaks against. */
  evidence: EvidenceNote[];
}

/** One reason for or against a candidate. */
export interface EvidenceNote {
  code: EvidenceCode;
  /** The page's own word when there is one ("Mobile"), to be quoted; length-capped plain text. */
  label?: string;
}

/**
 * Reasons, with their meaning in English (the words on the screen come from lib/i18n):
 *
 * For:
 * - `selected` the agent had selected it
 * - `focused` it is in the field that has the focus
 * - `picked` the agent pointed at this place on this site before
 * - `tel-link` it is a link that dials
 * - `structured` the page's structured data says so (microdata, JSON-LD, h-card)
 * - `field-type` the input is of a matching type or autocomplete
 * - `labelled` a label says so (quoted in `label`)
 * - `same-card` it is in the same card as the caller's name or number
 * - `heading` it is the record's heading
 * - `page-title` the page's title says so
 * - `breadcrumb` the breadcrumb says so
 * - `agrees` several places on the page agree
 * - `name-parts` it was put together from first and last name fields
 * - `grouped` it is written the way numbers are written
 * - `international` it starts with + and a country code
 * - `in-address` the page's address (URL) holds it
 * - `mobile-or-direct` a mobile or direct line
 *
 * Against:
 * - `other-label` its label says it is something else (fax, order, VAT …; quoted in `label`)
 * - `other-person` it belongs to another person on the page
 * - `own-side` it is the agent's or the company's own
 * - `switchboard` a shared company line
 * - `in-prose` it is only mentioned in running text
 * - `in-list` it is one of many rows
 * - `outside-main` it is in the header, footer or menu
 * - `hidden` it is not visible
 * - `repeated-on-site` it is on many records of this site
 * - `no-label` nothing says what it is
 * - `invalid` not a number that can exist
 * - `other-country` it may be a number of the agent's country or of the page's
 */
export type EvidenceCode =
  | 'selected'
  | 'focused'
  | 'picked'
  | 'tel-link'
  | 'structured'
  | 'field-type'
  | 'labelled'
  | 'same-card'
  | 'heading'
  | 'page-title'
  | 'breadcrumb'
  | 'agrees'
  | 'name-parts'
  | 'grouped'
  | 'international'
  | 'in-address'
  | 'mobile-or-direct'
  | 'other-label'
  | 'other-person'
  | 'own-side'
  | 'switchboard'
  | 'in-prose'
  | 'in-list'
  | 'outside-main'
  | 'hidden'
  | 'repeated-on-site'
  | 'no-label'
  | 'invalid'
  | 'other-country';

/** One row of a call log or contact list. */
export interface CallerRow {
  /** null when the row names nobody ("Unknown", a bare number). */
  name: string | null;
  /** null when the row has no number to call. */
  phone: CallerPhone | null;
  /** When the call came, if the row says so: epoch milliseconds. */
  time: { epoch: number } | null;
  /** true missed or abandoned, false answered, null when the row does not say. */
  missed: boolean | null;
}

/** A number as shown, and as dialled. */
export interface CallerPhone {
  value: string;
  e164: string;
  extension?: string;
}

/** A suggestion for the reason, accepted with Tab. */
export interface ReasonSuggestion {
  text: string;
  from: 'selection' | 'subject';
}

/**
 * What the agent should know about the capture:
 * - `stopped-early` the page was too much for the time allowed; what was found so far is shown
 * - `frame-skipped` a frame was not read (`origin` says whose it is where that is known: access can be offered)
 * - `too-large` a frame's evidence, or the rows of a list, were over the limits and were cut
 * - `nothing-found` no name and no number above the threshold
 */
export interface CaptureNotice {
  code: 'stopped-early' | 'frame-skipped' | 'too-large' | 'nothing-found';
  origin?: string;
}

/** What the reading cost. */
export interface CaptureStats {
  /** Milliseconds in the page, the longest frame. */
  scanMs: number;
  /** Nodes visited, all frames. */
  nodes: number;
  frames: number;
}

/**
 * What this browser remembers of one site. It holds no customer data: numbers and names are salted
 * hashes with a count of callers, corrections are labels and places.
 */
export interface SiteMemory {
  /** Random, made once for each site, so that hashes cannot be compared between sites. */
  salt: string;
  /** How many records of different callers of the site have been seen. */
  records: number;
  /** Hashes of those callers, newest first, so that none is counted twice. */
  subjects: string[];
  /** Hash of a value → with how many of those callers it was seen. */
  seen: Record<string, number>;
  /** Corrections the agent made, newest first. */
  hints: SiteHint[];
}

/** Where on this site a field is found, from a correction. */
export interface SiteHint {
  field: 'name' | 'phone' | 'reference';
  /** What the place's label means ("mobile"), a salted hash of a label that means nothing, "" when it had none. */
  label: string;
  /** Path of roles and tags with their positions, without ids, classes and text. */
  place: string;
}

/** A place on the page in hand; its words are the page's and are never stored. */
export interface FoundPlace extends SiteHint {
  /** The label's words, folded, where their meaning is not known; else "". */
  words: string;
}
