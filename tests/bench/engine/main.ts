/** The engine as the panel has it, built with the product's own build, in a page the bench can ask. */
import { chooseCaller } from '../../../lib/capture/choose-caller.ts';
import { parseFrames } from '../../../lib/capture/evidence.ts';
import type { CaptureContext, CaptureResult } from '../../../lib/capture/types.ts';

declare global {
  /** Answers of the page reader, one a frame, to what the agent gets. */
  var chooseFrom: ((answers: unknown[], context: CaptureContext) => CaptureResult) | undefined;
}

globalThis.chooseFrom = (answers, context) => chooseCaller(parseFrames(answers).frames, context);
