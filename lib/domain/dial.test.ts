import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Phone, PhoneSchema } from './callback.ts';
import { dialAddress } from './dial.ts';
import { readPhone } from './phone.ts';
import { type DialScheme, DialTemplateSchema } from './settings.ts';

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

test('whatever a number or a template holds, it is an address that dials and nothing else', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'javascript:alert(1)',
      '"onclick="',
      '12\u202e34',
      '+1 (415) 555-0132 #9',
      '*21#',
      '%0d%0a',
      '٤١٥',
    ),
  );
  const phones = fc.record({
    e164: fc.option(fc.stringMatching(/^\+[1-9]\d{4,14}$/), { nil: null }),
    asShown: text,
    extension: fc.option(fc.stringMatching(/^[\d#*,]{1,12}$/), { nil: null }),
  });
  const templates = fc.oneof(
    fc.constantFrom(
      '',
      template,
      'https://a.example/{number}?{number}#x',
      'javascript:{number}',
      'https://{number}/',
    ),
    fc.tuple(text, text).map(([path, query]) => `https://phone.example.com/${path}?to={number}&${query}`),
  );
  fc.assert(
    fc.property(
      phones,
      templates,
      fc.constantFrom('tel', 'callto', 'sip', 'https'),
      (raw, wish, dialWith) => {
        // What is stored has passed the schemas.
        const phone = PhoneSchema.safeParse(raw).data;
        if (!phone) return;
        const dialTemplate = DialTemplateSchema.safeParse(wish).data ?? '';
        const dialled = address(phone, dialWith, dialTemplate);
        if (dialled === null) return;
        expect(URL.canParse(dialled)).toBe(true);
        if (dialled.startsWith('https:')) {
          expect(dialTemplate).not.toBe('');
          expect(new URL(dialled).host).toBe(new URL(dialTemplate.replaceAll('{number}', '1')).host);
        } else {
          expect(dialled).toMatch(/^(?:tel|callto|sip):(?:[+\d*]|%23)+(?:;ext=(?:[\d*,]|%23)+)?$/);
        }
      },
    ),
    { numRuns: 300 },
  );
});
