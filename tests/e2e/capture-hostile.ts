/** Hostile pages in real Chromium: a plain result or a plain refusal within a second, nothing executed. */
import { describe, expect, it } from 'vitest';
import { chooseCaller } from '../../lib/capture/choose-caller.ts';
import { parseFrames } from '../../lib/capture/evidence.ts';
import type { CaptureResult } from '../../lib/capture/types.ts';
import type { Bench } from '../bench/browser.ts';
import { hostilePages } from '../bench/pages.ts';

/** @param bench the browser the pages are shown in */
export function readsHostilePages(bench: () => Bench): void {
  async function capture(html: string): Promise<{ result: CaptureResult; ms: number; refused: number }> {
    await bench().open('https://hostile.example/records/1', html);
    const started = performance.now();
    const { frames, refused } = parseFrames(await bench().read());
    const result = chooseCaller(frames, { defaultCountry: 'US', now: Date.now(), zone: 'UTC' });
    return { result, ms: performance.now() - started, refused };
  }

  describe('hostile pages', () => {
    for (const [name, html] of Object.entries(hostilePages())) {
      it(`${name}: a plain result within a second`, async () => {
        const { result, ms, refused } = await capture(html);
        expect(ms, 'milliseconds from asking to the result').toBeLessThan(1000);
        expect(refused).toBe(0);
        expect(result.stats.frames).toBe(1);
        const texts = [...result.name.candidates, ...result.phone.candidates].map((one) => one.value);
        for (const text of texts) {
          expect(text.length).toBeLessThanOrEqual(200);
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        }
      });
    }

    it('reads through clobbered forms', async () => {
      const { result } = await capture(hostilePages()['clobbered form'] ?? '');
      expect(result.phone.candidates[0]?.e164).toBe('+14155550132');
    });

    it('leaves no trace in the page', async () => {
      await bench().open('https://hostile.example/records/2', '<h1>Dana Lee</h1><p>(415) 555-0132</p>');
      const before = await bench().page.evaluate(() => document.documentElement.outerHTML);
      await bench().read();
      expect(await bench().page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    });
  });
}
