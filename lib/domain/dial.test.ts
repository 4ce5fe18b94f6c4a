import { describe, expect, test } from 'vitest';
import type { Phone } from './callback.ts';
import { dialAddress } from './dial.ts';
import { readPhone } from './phone.ts';
import type { DialScheme } from './settings.ts';

const template = 'https://phone.example.com/call?to={number}';
const full: Phone = { e164: '+14155550132', asShown: '(415) 555-0132', extension: null };

function address(phone: Phone, dialWith: DialScheme, dialTemplate = template): string | null {
  return dialAddress(phone, { dialWith, dialTemplate });
}

describe('a full number', () => {
  test.each([
    ['tel', 'tel:+14155550132', 'tel:+14155550132;ext=9'],
    ['callto', 'callto:+14155550132', 'callto:+14155550132'],
    ['sip', 'sip:+14155550132', 'sip:+14155550132'],
    [
      'https',
      'https://phone.example.com/call?to=%2B14155550132',
      'https://phone.example.com/call?to=%2B14155550132',
    ],
  ] as const)('%s', (dialWith, plain, extended) => {
    expect(address(full, dialWith)).toBe(plain);
    expect(address({ ...full, extension: '9' }, dialWith)).toBe(extended);
  });

  test('goes in wherever the template has its place', () => {
    const twice = 'https://phone.example.com/{number}?n={number}';
    expect(address(full, 'https', twice)).toBe('https://phone.example.com/%2B14155550132?n=%2B14155550132');
  });

  test('is dialled by the phone app while the web address is missing', () => {
    expect(address(full, 'https', '')).toBe('tel:+14155550132');
  });
});

describe('a doubtful number is dialled as it stands', () => {
  const doubtful = (text: string): Phone => {
    const reading = readPhone(text, 'US');
    if (reading.kind !== 'doubtful') throw new Error(`"${text}" was read as ${reading.kind}.`);
    return reading.phone;
  };
  test.each([
    ['555-0132', 'tel:5550132'],
    ['ask for 12', 'tel:12'],
    ['*21', 'tel:*21'],
  ])('%s', (text, dialled) => {
    expect(address(doubtful(text), 'tel')).toBe(dialled);
  });

  test('without the digits of its extension', () => {
    expect(address(doubtful('555-0132 x9'), 'tel')).toBe('tel:5550132;ext=9');
    expect(address(doubtful('555-0132 ext. 0132'), 'callto')).toBe('callto:5550132');
  });

  test('nothing it holds can end the address', () => {
    expect(address({ e164: null, asShown: '12#"><script>3', extension: null }, 'tel')).toBe('tel:12%233');
  });
});

test('without a digit there is nothing to dial', () => {
  expect(address({ e164: null, asShown: 'unknown', extension: null }, 'tel')).toBeNull();
  expect(address({ e164: null, asShown: '+#*', extension: null }, 'https')).toBeNull();
});
