import { describe, expect, it } from 'vitest';
import { capture, el, field, page } from '../../tests/support/unit/capture-page.ts';

const referenceOf = (...parts: Parameters<typeof page>) => capture(page(...parts)).reference;

describe('the reference of a record', () => {
  it('is what a label says, before the product’s own key in the address', () => {
    const record = [
      el('h1', 'Dana Lee'),
      el('p', 'Profile c0ffee7a1b'),
      el('dl', field('Account number', 'A-2065-1429'), field('Mobile', '(415) 555-0132')),
    ];
    expect(referenceOf(record, { url: 'https://crm.example/profiles/c0ffee7a1b' })).toBe('A-2065-1429');
  });

  it('is the number of the matter, before the one a telephone system gave the conversation', () => {
    const record = [
      el('h1', 'Dana Lee'),
      el('dl', field('Interaction ID', '20261120101733'), field('Case number', '00058214')),
    ];
    expect(referenceOf(record)).toBe('00058214');
  });

  it.each([
    ['社員番号', 'M-0141'],
    ['Matricule', '0199772'],
    ['Student number', '48055120'],
  ])('is the number somebody is known by to an employer or a school: %s', (label, number) => {
    expect(referenceOf([el('h1', 'Dana Lee'), el('dl', field(label, number))])).toBe(number);
  });

  it('is read whole where its letters end in a slash', () => {
    const record = [el('h1', 'Job card JC/25550/118'), el('dl', field('Customer', 'Dana Lee'))];
    expect(referenceOf(record, { title: 'Job card JC/25550/118' })).toBe('JC/25550/118');
  });

  it('is not the number to call, though the address holds it', () => {
    const call = (label: string) =>
      capture(
        page(
          [
            el('h1', 'Incoming call 415-555-0162'),
            el('p', 'Unknown caller'),
            el('dl', field(label, '415-555-0162')),
          ],
          {
            url: 'https://crm.example/calls/20260402-4155550162',
          },
        ),
      );
    expect(call('Calling from')).toMatchObject({ phone: '+14155550162', reference: null });
  });

  it.each(['Passport no.', 'VAT number', 'Social security number'])('is no %s', (label) => {
    expect(referenceOf([el('h1', 'Dana Lee'), el('dl', field(label, 'X-4410772'))])).toBeNull();
  });
});
