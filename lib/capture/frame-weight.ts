/** How much a frame's place on the screen speaks for what is in it. */
import type { FrameEvidence } from './evidence.ts';
import { frameWeights as w } from './weights.ts';

/** A frame below this share of the tab is a widget: chat, consent, tracking. */
const widgetShare = 0.03;

/**
 * Log-odds for everything in a frame: for the inner frame the agent works in, against slivers of the screen.
 * The top frame, and frames whose size is not told, weigh nothing either way.
 * @param frames top frame first; a frame has the focus when it or a frame inside it has
 */
export function frameWeight(frames: readonly FrameEvidence[], index: number): number {
  const frame = frames[index];
  const top = frames[0];
  if (!frame || !top || index === 0) return 0;
  if (frame.focused) return w.focused;
  return frame.area > 0 && frame.area < top.area * widgetShare ? w.widget : 0;
}
