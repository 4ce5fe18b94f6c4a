import { describe, expect, it } from 'vitest';
import { badgeLook } from './badge.ts';

describe('the badge', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
    [12_345, '99+'],
  ])('counts %i as "%s"', (open, text) => {
    expect(badgeLook({ open, overdue: 0, today: 0 }).text).toBe(text);
  });

  it('is red over amber over neutral', () => {
    const [red, amber, neutral] = [
      badgeLook({ open: 3, overdue: 1, today: 1 }),
      badgeLook({ open: 3, overdue: 0, today: 1 }),
      badgeLook({ open: 3, overdue: 0, today: 0 }),
    ];
    expect(new Set([red, amber, neutral].map(({ background }) => background)).size).toBe(3);
    expect(badgeLook({ open: 1, overdue: 1, today: 0 }).background).toBe(red.background);
  });

  it('can be read: contrast of at least 4.5 to 1', () => {
    for (const counts of [
      { open: 1, overdue: 1, today: 0 },
      { open: 1, overdue: 0, today: 1 },
      { open: 1, overdue: 0, today: 0 },
    ]) {
      const { background, textColor } = badgeLook(counts);
      expect(contrast(background, textColor)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
