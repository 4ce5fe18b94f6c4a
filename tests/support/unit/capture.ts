import { type Mock, vi } from 'vitest';
import type { FrameEvidence } from '../../../lib/capture/evidence.ts';
import { pickedFinds } from '../../../lib/capture/picked.ts';
import { rememberCorrection, rememberRecord } from '../../../lib/capture/site-memory.ts';
import type {
  CallerRow,
  Candidate,
  CaptureContext,
  CaptureResult,
  FieldCapture,
} from '../../../lib/capture/types.ts';
import { readPhone } from '../../../lib/domain/phone.ts';
import type { CaptureEngine } from '../../../lib/stores/caller-finder.ts';
import type { CaptureWish } from '../../../lib/stores/capture-store.ts';
import { wednesday } from './entries.ts';

export function candidate(value: string, more: Partial<Candidate> = {}): Candidate {
  return { value, confidence: 0.9, evidence: [{ code: 'labelled', label: 'Mobile' }], ...more };
}

export function chosen(...candidates: Candidate[]): FieldCapture {
  return { chosen: candidates[0] ?? null, candidates };
}

/** Ana's record page; `changes` say what is different on it. */
export function aPage(changes: Partial<CaptureResult> = {}): CaptureResult {
  return {
    page: {
      url: 'https://crm.example.com/contact/1',
      title: 'Ana Villaseñor',
      site: 'crm.example.com',
      recordKey: 'https://crm.example.com/contact/1',
    },
    name: chosen(candidate('Ana Villaseñor')),
    phone: chosen(candidate('415.555.0132', { e164: '+14155550132' })),
    reference: chosen(candidate('INV-1')),
    countries: { home: 'US', others: [], sure: 'weak' },
    callers: [],
    reasonSuggestion: null,
    notices: [],
    stats: { scanMs: 1, nodes: 10, frames: 1 },
    ...changes,
  };
}

/** A page with nobody on it. */
export function anEmptyPage(changes: Partial<CaptureResult> = {}): CaptureResult {
  return aPage({ name: chosen(), phone: chosen(), reference: chosen(), ...changes });
}

export function bobsPage(): CaptureResult {
  const url = 'https://crm.example.com/contact/2';
  return aPage({
    page: { url, title: 'Bob Lee', site: 'crm.example.com', recordKey: url },
    name: chosen(candidate('Bob Lee')),
    phone: chosen(candidate('415.555.0199', { e164: '+14155550199' })),
    reference: chosen(candidate('INV-2')),
  });
}

export function row(name: string | null, e164: string | null, epoch: number | null = null): CallerRow {
  return {
    name,
    phone: e164 === null ? null : { value: e164, e164 },
    time: epoch === null ? null : { epoch },
    missed: true,
  };
}

/** A top frame of this many milliseconds, with nothing in it. */
export function aFrame(age: number): FrameEvidence {
  return {
    version: 1,
    url: 'https://crm.example.com/contact/1',
    title: '',
    lang: 'en',
    top: true,
    focused: true,
    area: 1,
    selection: '',
    boxes: [],
    leaves: [],
    jsonLd: [],
    foreign: [],
    stats: { ms: 1, nodes: 1, age, stopped: false, cut: false },
  };
}

export interface TestEngine extends CaptureEngine {
  chooseCaller: Mock<CaptureEngine['chooseCaller']>;
  contexts: CaptureContext[];
  /** How long the page has been there when it is read, first to last. */
  ages: number[];
  /** What is on the page from now on; a function may throw. */
  shows(page: CaptureResult | (() => CaptureResult)): void;
}

/** Finds what the test says is on the page; numbers are read by the real rules. */
export function anEngine(): TestEngine {
  let page: CaptureResult | (() => CaptureResult) = aPage();
  const contexts: CaptureContext[] = [];
  const ages: number[] = [];
  return {
    contexts,
    ages,
    shows(next) {
      page = next;
    },
    parseFrames() {
      const age = ages.shift();
      return { frames: age === undefined ? [] : [aFrame(age)], refused: 0 };
    },
    chooseCaller: vi.fn<CaptureEngine['chooseCaller']>((_, context) => {
      contexts.push(context);
      return typeof page === 'function' ? page() : page;
    }),
    pickedFinds,
    readPhone,
    correctionHint: () => null,
    rememberCorrection,
    rememberRecord,
  };
}

/** The agent asks for the page in tab 7 to be captured. */
export function wish(changes: Partial<CaptureWish> = {}): CaptureWish {
  return { how: 'capture', tabId: 7, reading: { ok: true, frames: [{}] }, at: wednesday, ...changes };
}
