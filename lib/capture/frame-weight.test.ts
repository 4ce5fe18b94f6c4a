import { describe, expect, it } from 'vitest';
import type { FrameEvidence } from './evidence.ts';
import { frameWeight } from './frame-weight.ts';

const frame = (area: number, focused = false): FrameEvidence => ({
  version: 1,
  url: 'https://crm.example/',
  title: '',
  lang: '',
  top: false,
  focused,
  area,
  selection: '',
  boxes: [],
  leaves: [],
  jsonLd: [],
  foreign: [],
  stats: { ms: 0, nodes: 0, stopped: false, cut: false },
});

describe('frameWeight', () => {
  const screen = frame(1_000_000);

  it('speaks for the inner frame the agent works in', () => {
    expect(frameWeight([screen, frame(400_000, true), frame(400_000)], 1)).toBeGreaterThan(0);
    expect(frameWeight([screen, frame(400_000, true), frame(400_000)], 2)).toBe(0);
  });

  it('speaks against slivers of the screen, not against frames without a size', () => {
    expect(frameWeight([screen, frame(9_000)], 1)).toBeLessThan(0);
    expect(frameWeight([screen, frame(0)], 1)).toBe(0);
  });

  it('weighs nothing for the tab itself and for a frame that is not there', () => {
    expect(frameWeight([frame(10, true)], 0)).toBe(0);
    expect(frameWeight([], 3)).toBe(0);
  });
});
