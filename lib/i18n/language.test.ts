import { expect, test, vi } from 'vitest';
import { i18n } from '#i18n';
import { locale, promisedTimeLanguage } from './language.ts';

test.each([
  ['en', 'en-GB', 'en-GB'],
  ['de', 'de-AT', 'de-AT'],
  ['pt-BR', 'pt-BR', 'pt-BR'],
  ['es', 'es-419', 'es-419'],
  // The words are English where Ringback does not speak the browser's language.
  ['en', 'it', 'en-IT'],
  ['en', 'de-DE', 'en-DE'],
  // A screen in German with English pages first: times are written as in German.
  ['de', 'en-US', 'de'],
])('words in %s and a browser in %s write times as in %s', (words, browser, written) => {
  vi.spyOn(i18n, 't').mockReturnValue(words);
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(browser);
  expect(locale()).toBe(written);
});

test.each([
  ['en', 'en'],
  ['de', 'de'],
  ['pt-BR', 'pt'],
  ['ja', 'ja'],
] as const)('where the words are in %s, promised times are read in %s', (words, language) => {
  vi.spyOn(i18n, 't').mockReturnValue(words);
  expect(promisedTimeLanguage()).toBe(language);
});
