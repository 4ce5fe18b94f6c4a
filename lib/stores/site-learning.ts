import type { correctionHint } from '../capture/corrections.ts';
import type { FrameEvidence } from '../capture/evidence.ts';
import type { rememberCorrection, rememberRecord } from '../capture/site-memory.ts';
import type { CaptureResult, SiteMemory } from '../capture/types.ts';
import type { CaptureField, Draft } from '../domain/draft.ts';

/** The rules of remembering, in the chunk of the capture engine. */
export interface LearningRules {
  correctionHint: typeof correctionHint;
  rememberCorrection: typeof rememberCorrection;
  rememberRecord: typeof rememberRecord;
}

export interface SiteLearningDeps {
  load: (site: string) => Promise<SiteMemory>;
  save: (site: string, memory: SiteMemory) => Promise<void>;
  defaultCountry: () => string;
}

/** The page of the last capture, kept so that a correction can be traced to its place on it. */
interface Seen {
  rules: LearningRules;
  frames: FrameEvidence[];
  result: CaptureResult;
}

const hintFields = { callerName: 'name', phone: 'phone', reference: 'reference' } as const;

/** What this browser learns of a site from records and corrections. It keeps hashes, labels and places only. */
export type SiteLearning = ReturnType<typeof createSiteLearning>;

export function createSiteLearning(deps: SiteLearningDeps) {
  let seen: Seen | null = null;
  let lastWrite: Promise<void> = Promise.resolve();

  /** One change after the other: each builds on what the one before stored. */
  function change(site: string, rule: (memory: SiteMemory) => SiteMemory): Promise<void> {
    lastWrite = lastWrite
      .then(async () => {
        const before = await deps.load(site);
        const after = rule(before);
        if (after !== before) await deps.save(site, after);
      })
      // What is not learned is learned another time; nothing the agent does waits for it.
      .catch(() => {});
    return lastWrite;
  }

  return {
    memoryOf: (site: string): Promise<SiteMemory> => deps.load(site),

    /** Counts what a record shows beside its caller, once a caller. */
    async sawRecord(rules: LearningRules, frames: FrameEvidence[], result: CaptureResult): Promise<void> {
      seen = { rules, frames, result };
      const { site } = result.page;
      if (site !== '') await change(site, (memory) => rules.rememberRecord(memory, result));
    },

    /** The agent says what a field of the captured page really is. */
    async corrected(field: CaptureField, value: string): Promise<void> {
      if (!seen) return;
      const { rules, frames, result } = seen;
      const hint = rules.correctionHint(frames, hintFields[field], value, deps.defaultCountry());
      if (!hint || result.page.site === '') return;
      await change(result.page.site, (memory) => rules.rememberCorrection(memory, hint));
    },

    /** A draft was saved: what the agent typed over or into the captured fields are corrections. */
    async saved(draft: Draft): Promise<void> {
      if (seen?.result.page.recordKey !== draft.record?.recordKey) return;
      for (const field of Object.keys(hintFields) as CaptureField[]) {
        const value = draft.fields[field].trim();
        if (draft.typed.includes(field) && value !== '') await this.corrected(field, value);
      }
    },

    /** Resolves when everything learned so far is stored. */
    settled: () => lastWrite,
  };
}
