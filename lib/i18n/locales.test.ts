import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseMessagesFile, SUPPORTED_LOCALES } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';

type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number];

const folder = join(import.meta.dirname, 'locales');

async function messagesOf(locale: string): Promise<Map<string, Message>> {
  const messages = await parseMessagesFile(join(folder, `${locale}.yml`));
  return new Map(messages.map((message) => [message.key.join('.'), message]));
}

/** Every text of a message: one, or one for each number of things. */
function textsOf(message: Message): string[] {
  return message.type === 'plural' ? Object.values(message.plurals) : [message.message];
}

function text(messages: Map<string, Message>, key: string): string {
  return textsOf(messages.get(key) as Message)[0] as string;
}

/** What is filled in or must stay as it is: $1 … $9, and the %s of a context menu. */
function slotsOf(message: Message): string[] {
  return [
    ...new Set(
      textsOf(message)
        .join()
        .match(/\$\d|%s/g),
    ),
  ].sort();
}

const english = await messagesOf('en');
const locales = readdirSync(folder).map((file) => basename(file, '.yml'));

test('there are the languages Ringback promises, under names the browsers know', () => {
  expect(locales.sort()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'pt_BR']);
  for (const locale of locales) expect(SUPPORTED_LOCALES).toContain(locale);
});

describe.each(locales)('%s', async (locale) => {
  const messages = await messagesOf(locale);
  const both = [...messages].filter(([key]) => english.has(key));

  test('has every text there is in English, and no other', () => {
    expect(
      [...english.keys()].filter((key) => !messages.has(key)),
      'missing',
    ).toEqual([]);
    expect(
      [...messages.keys()].filter((key) => !english.has(key)),
      'unknown',
    ).toEqual([]);
  });

  test('says something everywhere', () => {
    expect(both.filter(([, message]) => textsOf(message).some((one) => one.trim() === ''))).toEqual([]);
  });

  test('fills in the same things', () => {
    const wrong = both.filter(
      ([key, message]) => slotsOf(message).join() !== slotsOf(english.get(key) as Message).join(),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test('counts as the language counts, in a way the library understands', () => {
    const rules = new Intl.PluralRules(locale.replace('_', '-'));
    const wrong = both.flatMap(([key, message]) => {
      const original = english.get(key) as Message;
      if (message.type !== original.type) return [`${key}: only one of the two has plurals`];
      if (message.type !== 'plural' || original.type !== 'plural') return [];
      // Chosen by place: one form for all, two for 1 and n, or three for 0, 1 and n.
      const forms = Object.keys(message.plurals).join();
      const nothingIsSaidApart = 'n' in original.plurals && '0' in original.plurals;
      const countsOne = rules.select(1) !== rules.select(2);
      // French and Portuguese say "0 appel", which the library would put into the plural.
      const zeroCountsAsOne = rules.select(0) === rules.select(1) && countsOne;
      const wanted = nothingIsSaidApart || zeroCountsAsOne ? '0,1,n' : countsOne ? '1,n' : 'n';
      const joined = Object.values(message.plurals).some((one) => one.includes(' | '));
      return forms === wanted && !joined ? [] : [`${key}: has ${forms}, wants ${wanted}`];
    });
    expect(wrong).toEqual([]);
  });

  test('names itself', () => {
    expect(text(messages, 'language')).toBe(locale.replace('_', '-'));
  });

  test('quotes the button it sends people to as it is called', () => {
    const button = text(messages, 'capture.button');
    const senders = ['capture.accessOnce', 'capture.accessOnceNoKey', 'sample.hint', 'sample.hintKey'];
    for (const key of senders) expect(text(messages, key), key).toContain(button);
  });

  test('calls what ends an escalation by the word on its button first', () => {
    const [end, endOf] = [text(messages, 'escalate.end'), text(messages, 'escalate.endOf')];
    expect(endOf.startsWith(end) && endOf !== end && endOf.includes('$1')).toBe(true);
  });

  test('has a word of its own for every status, kind, group, section and outcome', () => {
    const families = [/^status\./, /^kind\./, /^group\./, /^calling\.outcome\./, /^calling\.step\./];
    for (const family of families) {
      const words = [...messages].flatMap(([key, message]) => (family.test(key) ? textsOf(message) : []));
      expect(words.length).toBeGreaterThan(4);
      expect(new Set(words).size, words.join(' · ')).toBe(words.length);
    }
  });
});

test('French keeps its signs with the word before them', async () => {
  const texts = [...(await messagesOf('fr')).values()].flatMap(textsOf);
  expect(texts.filter((one) => / [:;?!»]|« /.test(one))).toEqual([]);
});
