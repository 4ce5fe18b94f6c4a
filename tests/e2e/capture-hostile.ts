/** Hostile pages in real Chromium: a plain result or a plain refusal within a second, nothing executed. */
import { describe, expect, it } from 'vitest';
import { chooseCaller } from '../../lib/capture/choose-caller.ts';
import { parseFrames } from '../../lib/capture/evidence.ts';
import type { CaptureResult } from '../../lib/capture/types.ts';
import type { Bench } from '../bench/browser.ts';
import { hostilePages } from '../bench/pages.ts';

/** Milliseconds of one task that an agent feels as a page that hangs. */
const freeze = 100;

interface Hostile {
  result: CaptureResult;
  /** Milliseconds from asking to the result. */
  ms: number;
  refused: number;
  /** CPU milliseconds of the longest task in the page meanwhile. */
  longest: number;
}

/** @param bench the browser the pages are shown in */
export function readsHostilePages(bench: () => Bench): void {
  const captured = new Map<string, Promise<Hostile>>();
  /** Each page is shown once, whatever is asked of it. */
  function capture(name: string): Promise<Hostile> {
    const hostile = captured.get(name) ?? captureAnew(hostilePages()[name] ?? '');
    captured.set(name, hostile);
    return hostile;
  }
  async function captureAnew(html: string): Promise<Hostile> {
    await bench().open('https://hostile.example/records/1', html);
    let ms = 0;
    let answers: unknown[] = [];
    const tasks = await bench().taskTimes(async () => {
      const started = performance.now();
      answers = await bench().read();
      ms = performance.now() - started;
    });
    const started = performance.now();
    const { frames, refused } = parseFrames(answers);
    const result = chooseCaller(frames, { defaultCountry: 'US', now: Date.now(), zone: 'UTC' });
    return { result, ms: ms + performance.now() - started, refused, longest: Math.max(...tasks) };
  }

  describe('hostile pages', () => {
    for (const name of Object.keys(hostilePages())) {
      it(`${name}: a plain result within a second, and the page never frozen`, async () => {
        const { result, ms, refused, longest } = await capture(name);
        expect(ms, 'milliseconds from asking to the result').toBeLessThan(1000);
        expect(longest, 'milliseconds of one task').toBeLessThan(freeze);
        expect(refused).toBe(0);
        expect(result.stats.frames).toBe(1);
        for (const text of textsOf(result)) {
          expect(text.length).toBeLessThanOrEqual(200);
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        }
      });
    }

    it('reads through clobbered forms', async () => {
      const { result } = await capture('clobbered form');
      expect(result.phone.candidates[0]?.e164).toBe('+14155550132');
    });

    it('stops when its time is over and says so', async () => {
      const { result } = await capture('a number under each of 20,000 shadow roots');
      expect(result.notices).toContainEqual({ code: 'stopped-early' });
    });

    it('leaves no trace in the page', async () => {
      await bench().open('https://hostile.example/records/2', '<h1>Dana Lee</h1><p>(415) 555-0132</p>');
      const before = await bench().page.evaluate(() => document.documentElement.outerHTML);
      await bench().read();
      expect(await bench().page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    });
  });
}

/** Every text of a result the panel may show. */
function textsOf({ name, phone, reference, callers, reasonSuggestion, page }: CaptureResult): string[] {
  const candidates = [...name.candidates, ...phone.candidates, ...reference.candidates];
  return [
    ...candidates.flatMap(({ value, evidence }) => [value, ...evidence.map(({ label }) => label ?? '')]),
    ...callers.flatMap((row) => [row.name ?? '', row.phone?.value ?? '', row.phone?.extension ?? '']),
    reasonSuggestion?.text ?? '',
    page.title,
  ];
}
