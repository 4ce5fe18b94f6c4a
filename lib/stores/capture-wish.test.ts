import { describe, expect, test } from 'vitest';
import { wishOf } from './capture-wish.ts';

const menu = {
  type: 'capture',
  id: 'r-1',
  windowId: 1,
  tabId: 7,
  how: 'menu',
  frames: null,
  refused: 'no-access',
  at: 0,
} as const;

describe('what the agent wishes to capture', () => {
  test.each([
    ['tel:+44%2020%207946%200018', '+44 20 7946 0018'],
    // Hand-written links hold what is no escape: the panel must answer them all the same.
    ['tel:%zz', '%zz'],
    ['callto:02079460018', '02079460018'],
    ['https://crm.example/12', undefined],
  ])('the number of the link %s stands for a selection', (linkUrl, selection) => {
    expect(wishOf({ ...menu, linkUrl })).toMatchObject({ selection, tabId: 7, reading: { ok: false } });
  });

  test('what is selected goes before the link it is in', () => {
    expect(wishOf({ ...menu, linkUrl: 'tel:+442079460018', selection: 'Dana Lee' }).selection).toBe(
      'Dana Lee',
    );
  });
});
