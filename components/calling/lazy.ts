import { lazily } from '../ui/lazily.tsx';

// What follows a call is shown after one; list and review are there to be looked at long before.
export const NextSteps = lazily(async () => (await import('./NextSteps.tsx')).NextSteps);
export const NeedsMore = lazily(async () => (await import('./NeedsMore.tsx')).NeedsMore);
