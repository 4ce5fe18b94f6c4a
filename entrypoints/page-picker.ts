import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pickElement } from '../lib/page-pick/pick-element.ts';

/**
 * Injected on demand into every frame that may be entered; it leaves what `lib/platform/pick.ts` calls there:
 * one frame is clicked in, the others are stopped.
 */
export default defineUnlistedScript(() => {
  const own = globalThis as { ringbackPick?: () => Promise<string | null>; ringbackStopPick?: () => void };
  own.ringbackStopPick?.();
  own.ringbackPick = () => {
    const picking = pickElement();
    own.ringbackStopPick = picking.stop;
    return picking.text;
  };
  return true;
});
