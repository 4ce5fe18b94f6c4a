import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { contextAt, MOMENTS, readAloud } from '../domain/promised-time/phrase-table.ts';
import type { PromisedTimeLanguage } from '../domain/promised-time/types.ts';

const countries = { en: 'GB', de: 'DE', es: 'ES', fr: 'FR', ja: 'JP', pt_BR: 'BR' } as const;

/** What the screen itself puts into a promised time's field, or tells people to type there, is understood. */
describe.each(Object.keys(countries) as (keyof typeof countries)[])('in %s', async (locale) => {
  const messages = generateChromeMessages(
    await parseMessagesFile(join(import.meta.dirname, 'locales', `${locale}.yml`)),
  );
  const text = (key: string) => messages[key.replaceAll('.', '_')]?.message ?? '';
  const language = locale.slice(0, 2) as PromisedTimeLanguage;
  const understood = (words: string) =>
    readAloud(words, contextAt(MOMENTS.monday, countries[locale], { language }));

  test.each(text('form.promisedPlaceholder').split(/, |、/))('the example “%s”', (example) => {
    expect(understood(example)).toMatch(/^(before|at) /);
  });

  const quoted = text('promise.notUnderstood').matchAll(/[“„«「]\u00a0?(.+?)\u00a0?[”“»」]/g);
  test.each([...quoted].map(([, words]) => words as string))('the advice “%s”', (advice) => {
    expect(understood(advice)).toMatch(/^(before|at) /);
  });

  const chips = [
    ['chips.in30Min', 'at Mon 09:35'],
    ['chips.in1Hour', 'at Mon 10:05'],
    ['chips.beforeNoon', 'before Mon 12:00'],
    ['chips.thisAfternoon', /^(before Mon 18:00|between Mon 1[2-4]:00-18:00)$/],
    ['chips.endOfDay', 'before Mon 18:00'],
    ['chips.tomorrowMorning', /^between Tue 09:00-12:00$/],
    ['chips.tomorrowAfternoon', /^between Tue 1[2-4]:00-18:00$/],
    ['chips.tomorrowEndOfDay', 'before Tue 18:00'],
  ] as const;
  test.each(chips)('%s, typed again', (key, reading) => {
    expect(understood(text(key))).toMatch(typeof reading === 'string' ? new RegExp(`^${reading}$`) : reading);
  });

  test('more than one example and one piece of advice were tried', () => {
    expect(text('form.promisedPlaceholder').split(/, |、/).length).toBe(2);
    expect(text('promise.notUnderstood').match(/[“„«「]/g)?.length).toBeGreaterThanOrEqual(2);
  });
});
