import type { ReadonlySignal } from '@preact/signals';
import type { chooseCaller } from '../capture/choose-caller.ts';
import type { FrameEvidence, parseFrames } from '../capture/evidence.ts';
import type { pickedFinds } from '../capture/picked.ts';
import type { CaptureResult } from '../capture/types.ts';
import type { readPhone } from '../domain/phone.ts';
import type { Settings } from '../domain/settings.ts';
import type { ClockStore } from './clock-store.ts';
import type { LearningRules, SiteLearning } from './site-learning.ts';

/** Reading evidence, in a chunk of its own beside the phone metadata it needs. */
export interface CaptureEngine extends LearningRules {
  parseFrames: typeof parseFrames;
  chooseCaller: typeof chooseCaller;
  pickedFinds: typeof pickedFinds;
  readPhone: typeof readPhone;
}

/** Why a page could not be read. */
export type NoReading = 'no-access' | 'forbidden-page' | 'no-tab' | 'failed';
export type PageReading = { ok: true; frames: unknown[] } | { ok: false; why: NoReading };

/** The frames of a tab, to be looked through. */
export interface TabEvidence {
  /** Answers of the page reader, one a frame; not checked yet. */
  frames: unknown[];
  /** null where the tab cannot be read once more. */
  tabId: number | null;
  /** Epoch ms of the key press or click. */
  at: number;
}

export interface CallerFinderDeps {
  clock: ClockStore;
  settings: ReadonlySignal<Settings>;
  learning: SiteLearning;
  /** Reads a tab once more. */
  readPage: (tabId: number) => Promise<PageReading>;
  pause: (ms: number) => Promise<void>;
}

/** A page younger than this many milliseconds may have loaded and not drawn its record yet. */
const drawsWithin = 4000;
/** Nodes of a page that takes all the time there is on any machine. */
const large = 20_000;
/** Milliseconds until such a page is read once more, and how often at most. */
const settling = { pause: 250, times: 8 };

/**
 * Looks for the caller in what a page answered, with what this browser remembers of its site.
 * @returns gives what the page holds; one that has only just come and shows nobody is waited for
 */
export function createCallerFinder(deps: CallerFinderDeps) {
  async function find(engine: CaptureEngine, tab: TabEvidence): Promise<CaptureResult> {
    let { frames } = engine.parseFrames(tab.frames);
    let found = await choose(engine, frames, tab.at);
    for (let turn = 0; turn < settling.times && tab.tabId !== null; turn++) {
      if (!isYoung(frames[0]) || showsSomebody(found)) break;
      await deps.pause(settling.pause);
      const again = await deps.readPage(tab.tabId);
      if (!again.ok) break;
      ({ frames } = engine.parseFrames(again.frames));
      found = await choose(engine, frames, tab.at);
    }
    void deps.learning.sawRecord(engine, frames, found);
    return found;
  }

  async function choose(engine: CaptureEngine, frames: FrameEvidence[], at: number): Promise<CaptureResult> {
    const { defaultCountry } = deps.settings.value;
    const context = { defaultCountry, now: at, zone: deps.clock.zone.value };
    const address = frames[0]?.url ?? '';
    const site = URL.canParse(address) ? new URL(address).host : '';
    const siteMemory = site === '' ? undefined : await deps.learning.memoryOf(site);
    return engine.chooseCaller(frames, siteMemory ? { ...context, siteMemory } : context);
  }

  return find;
}

/**
 * A document that may still be drawing, or whose reading ran out of time on a busy machine; one too large to be
 * read whole is not read again and again.
 */
function isYoung(top: FrameEvidence | undefined): boolean {
  if (top?.stats.age === undefined || top.stats.age >= drawsWithin) return false;
  return !top.stats.stopped || top.stats.nodes < large;
}

function showsSomebody({ name, phone, callers }: CaptureResult): boolean {
  return name.candidates.length > 0 || phone.candidates.length > 0 || callers.length > 0;
}
