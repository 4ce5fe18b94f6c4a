import { describe, expect, test } from 'vitest';
import { wednesday } from '../../tests/support/unit/entries.ts';
import { isVagueReason, reasonFromKind } from './reason.ts';

describe('reasons that tell nothing', () => {
  test.each([
    'call customer',
    'Call back',
    'callback',
    'call-back',
    'please call him back',
    'Ring the client',
    'phone caller back',
    'return call',
    'ret. call',
    'customer',
    'Question?',
    'query',
    ' issue. ',
    'URGENT!!!',
    'asap',
    'follow up',
    'follow-up',
    'n/a',
    'tbc',
  ])('%s', (reason) => {
    expect(isVagueReason(reason)).toBe(true);
  });

  test.each([
    '',
    '   ',
    'Call back about the invoice of March',
    'Customer wants a refund',
    'Question on the warranty',
    'urgent: no heating since Monday',
    'Asks for Mr Call',
    'Boiler',
    'password help for the portal',
    'Rückruf wegen Rechnung',
    '請求書',
  ])('"%s" is none', (reason) => {
    expect(isVagueReason(reason)).toBe(false);
  });

  test('a long hostile reason is judged at once', () => {
    const before = performance.now();
    isVagueReason(`${'call back '.repeat(400)}x`);
    isVagueReason(`${'!'.repeat(2_000)}x${'!'.repeat(2_000)}`);
    isVagueReason(`call ${' '.repeat(2_000)}x`);
    expect(performance.now() - before).toBeLessThan(200);
  });
});

test.each([
  ['missed call', { key: 'missedCall' }],
  ['disconnected', { key: 'callDropped', at: wednesday }],
  ['post-job follow-up', { key: 'followUp' }],
  ['re-engagement', { key: 'reEngagement' }],
  ['promised', { key: 'promised' }],
] as const)('what stands in for the reason of a %s', (kind, filled) => {
  expect(reasonFromKind(kind, wednesday)).toEqual(filled);
});
