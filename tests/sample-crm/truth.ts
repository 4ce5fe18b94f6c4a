import { readFileSync } from 'node:fs';

/** One row of a list, or one person of a company. */
export interface TruthRow {
  /** As shown; null where the row shows a number, "Unknown caller" or nothing. */
  name: string | null;
  /** Accepted spellings; empty where the name must stay empty. */
  names: string[];
  /** E.164, best first; empty where the row has no number. */
  phones: string[];
  extension?: string;
  missed?: boolean;
}

/** What is right on one page of the sample CRM. */
export interface PageTruth {
  /** Route with its query; `{origin}` stands for a second server's origin. */
  path: string;
  /** One caller, many, or none (then nothing may be filled in). */
  kind: 'record' | 'list' | 'none';
  lang: string;
  /** The default country the agent has set. */
  region: string;
  traits: string[];
  notes: string;
  /** Null where the caller is unknown: the name must stay empty. */
  caller: { names: string[] } | null;
  phones: string[];
  /** On the record, but not this caller's number to call back. */
  otherPhones: string[];
  /** Digit runs on the page that are no number of this caller. */
  notPhones: string[];
  /** People on the page who are not the caller. */
  notNames: string[];
  /** Account, ticket or job number. */
  reference: string | null;
  /** Every accepted reference, best first. */
  references: string[];
  rows: TruthRow[];
  extension?: string;
}

/** The truth about every page, read once. */
export const sampleCrmTruth: readonly PageTruth[] = JSON.parse(
  readFileSync(new URL('./truth.json', import.meta.url), 'utf8'),
);
