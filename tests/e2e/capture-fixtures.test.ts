/** The project's own fixtures through the built page reader in real Chromium: nothing to edit, on any of them. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, runCorpus } from '../bench/capture.ts';
import { loadCorpus } from '../bench/corpus.ts';

const folder = join(import.meta.dirname, '../fixtures/capture');
const pages = await loadCorpus([folder]);
let outcomes: Outcome[] = [];

beforeAll(async () => {
  outcomes = await runCorpus([folder]);
});

describe('capture fixtures', () => {
  for (const { truth } of pages) {
    it(`${truth.file}: ${truth.notes ?? truth.kind}`, () => {
      const score = outcomes.find((one) => one.page.truth.file === truth.file)?.score;
      expect(score?.detail).toBe('');
      expect(score?.wrongPhone).toBe(false);
      expect(score?.referenceOk).not.toBe(false);
      expect(score?.rowsFound).toBe(score?.rowsWanted);
      expect(score?.rowsExtra).toBe(0);
    });
  }
});
