import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhones, phoneOfHref } from './phone-shape.ts';

const one = (text: string, region = 'US', trusted = false) => findPhones(text, region, trusted)[0];

describe('findPhones', () => {
  it.each([
    ['(415) 555-0132', 'US', '+14155550132'],
    ['+1 (312) 555\u20110147', 'US', '+13125550147'],
    ['06.12.34.56.07', 'FR', '+33612345607'],
    ['+33 (0)6 12 34 56 07', 'FR', '+33612345607'],
    ['(+44) 7400 123071', 'US', '+447400123071'],
    ['０９０－１２３４－５６７８', 'JP', '+819012345678'],
    ['٠٧٩ ٥٥٥ ٠١٣٤', 'JO', '+962795550134'],
  ])('%s in %s is %s', (text, region, e164) => {
    expect(one(text, region)?.e164).toBe(e164);
  });

  it.each([
    ['03/14/2026', 'US'],
    ['2025-09-18-0312', 'US'],
    ['203.0.113.28', 'US'],
    ['$5,754,568.94', 'US'],
    ['37.8090449, -122.8023036', 'US'],
    ['Order #4155550132', 'US'],
    ['3125550144-7', 'US'],
    ['312-555-9920-1', 'US'],
  ])('%s is no number', (text, region) => {
    expect(findPhones(text, region, false)).toEqual([]);
  });

  it.each([
    ['(312) 555-0144 x2210', '2210'],
    ['312-555-0144 ext. 9', '9'],
    ['312-555-0144 poste 12', '12'],
    ['312-555-0144 Durchwahl 41', '41'],
    ['312-555-0144 - DW 12', '12'],
    ['312-555-0144 (ext: 77)', '77'],
    ['312-555-0144, ext no. 8', '8'],
    ['312-555-0144 #2210', '2210'],
    ['312-555-0144 extensión 5', '5'],
    ['312-555-0144 p. 12', '12'],
    ['312-555-0144 App. 17', '17'],
    ['312-555-0144 Kl. 3', '3'],
    ['312-555-0144 ramal 204', '204'],
    ['312-555-0144 int. 6', '6'],
    ['312-555-0144 toestel 31', '31'],
    ['312-555-0144 wewn. 105', '105'],
    ['312-555-0144 w. 105', '105'],
    ['312-555-0144 ankn. 44', '44'],
    ['312-555-0144 内線：301', '301'],
    ['312-555-0144（内線 301）', '301'],
    ['312-555-0144 تحويلة ٢١٠', '210'],
    ['312-555-0144 доб. 15', '15'],
    ['312-555-0144 ×9', '9'],
    ['312-555-0144 Durchwahl -22', '22'],
    ['312-555-0144,,9#', '9'],
    ['tel:+13125550144,9#', '9'],
  ])('keeps the extension of %s', (text, extension) => {
    expect(one(text)?.extension).toBe(extension);
  });

  it.each(['312-555-0144 w 105', '312-555-0144 / #4821', '312-555-0144 p 5', '312-555-0144 extra 12'])(
    'reads no extension in %s',
    (text) => {
      expect(one(text)?.extension).toBeUndefined();
    },
  );

  it.each([
    ['030 12345678-22', '+49301234567822'],
    ['030 12345678-9', '+4930123456789'],
    ['030 12345678 - 22', '+49301234567822'],
    ['(030) 12345678-22', '+49301234567822'],
    ['030/12345678-22', '+49301234567822'],
    ['0711 123456-789', '+49711123456789'],
  ])('reads the desk of a German switchboard in %s', (text, e164) => {
    expect(findPhones(text, 'DE', true).map((match) => match.e164)).toEqual([e164]);
    expect(one(text, 'DE')?.shown).toBe(text);
    expect(findPhones(text, 'US', false)).toEqual([]);
  });

  it.each(['0302312588-41', '0176 04069012-22', '2025 12345678-22'])('%s is no desk', (text) => {
    expect(findPhones(text, 'DE', true)).toEqual([]);
  });

  it.each(['312-555-0144,312-555-0145', '312-555-0144, 9', '4155552671,,12', '312-555-0144,,9'])(
    'reads no pause in %s',
    (text) => {
      expect(one(text)?.extension).toBeUndefined();
    },
  );

  it('accepts ranges kept for drama only where the page says phone', () => {
    expect(one('07700 900388', 'GB', true)?.valid).toBe(false);
    expect(one('07700 900388', 'GB')).toBeUndefined();
  });

  it('reads dialling links with the display text and an extension in them', () => {
    expect(phoneOfHref('tel:(209) 555-0140;ext=12', 'US')[0]).toMatchObject({
      e164: '+12095550140',
      extension: '12',
    });
    expect(phoneOfHref('tel:+12095550140,,2210#', 'US')[0]).toMatchObject({
      e164: '+12095550140',
      extension: '2210',
    });
    expect(phoneOfHref('sip:+14155550132@pbx4155550199.example;transport=tls', 'US')[0]).toMatchObject({
      e164: '+14155550132',
    });
    expect(phoneOfHref('sip:dana@pbx4155550199.example', 'US')).toEqual([]);
    expect(phoneOfHref('tel:%ZZ', 'US')).toEqual([]);
  });

  it('never throws and never gives what is no E.164', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const match of findPhones(text, 'DE', true)) expect(match.e164).toMatch(/^\+\d{6,15}$/);
      }),
    );
  });
});
