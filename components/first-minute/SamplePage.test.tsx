// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { i18n } from '#i18n';
import { chooseCaller } from '../../lib/capture/choose-caller.ts';
import { parseFrames } from '../../lib/capture/evidence.ts';
import { readPage } from '../../lib/capture/page/read-page.ts';
import { show } from '../../tests/support/unit/screen.ts';
import { type Language, languages, wordsOf } from '../../tests/support/words-of.ts';
import { SamplePage } from './SamplePage.tsx';

test.each(Object.keys(languages) as Language[])(
  'the sample page in %s is read by the same code as any other',
  async (language) => {
    const words = await wordsOf(language);
    vi.spyOn(i18n, 't').mockImplementation(((key: string) => words(key)) as typeof i18n.t);
    show(<SamplePage shortcut="" onOpenPanel={() => {}} />);
    const { frames } = parseFrames([await readPage()]);
    const found = chooseCaller(frames, { defaultCountry: 'US', now: Date.now(), zone: 'UTC' });
    expect(found.name.chosen?.value).toBe('Dana Lee');
    expect(found.phone.chosen?.e164).toBe('+14155550132');
    expect(found.reference.chosen?.value).toBe('T-58213');
  },
);
