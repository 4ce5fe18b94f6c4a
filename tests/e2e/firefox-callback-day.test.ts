import { describe } from 'vitest';
import { callbackDay } from './callback-day.ts';
import { useFirefox } from './use-browser.ts';

describe('the callback day in Firefox', () => {
  callbackDay(useFirefox());
});
