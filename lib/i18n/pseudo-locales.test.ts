import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { longTextMessages, rightToLeftMessages } from '../../tests/support/pseudo-locales.ts';

const english = generateChromeMessages(await parseMessagesFile(join(import.meta.dirname, 'locales/en.yml')));
const slots = (message: string) => (message.match(/\$\d|%s| \| /g) ?? []).sort();

test.each([
  ['long text', longTextMessages],
  ['right to left', rightToLeftMessages],
])('%s says the same with the same things filled in', (_, make) => {
  const made = make(english);
  expect(Object.keys(made)).toEqual(Object.keys(english));
  for (const [key, { message }] of Object.entries(english)) {
    expect(slots(made[key]?.message ?? ''), key).toEqual(slots(message));
  }
});

test('long text is longer by what translations are', () => {
  const made = longTextMessages({
    save: { message: 'Save callback' },
    added: { message: 'Saved $1 callback | Saved $1 callbacks' },
  });
  expect(made.save?.message).toBe('[Šávé çállbáçk lorém ipsü]');
  expect(made.added?.message).toMatch(/^\[Šávéd \$1 .+\] \| \[Šávéd \$1 .+\]$/);
  const german = 'Rückruf sichern';
  expect(made.save?.message.length).toBeGreaterThan(german.length * 1.3);
});

test('right to left turns every text and leaves what is filled in', () => {
  const made = rightToLeftMessages({ owner: { message: 'Owner $1' }, who: { message: '$1' } });
  expect(made.owner?.message).toBe('\u202eOwner \u202c$1');
  expect(made.who?.message).toBe('$1');
});
