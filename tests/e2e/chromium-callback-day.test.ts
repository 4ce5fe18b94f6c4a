import { describe } from 'vitest';
import { callbackDay } from './callback-day.ts';
import { useChromium } from './use-browser.ts';

describe('the callback day in Chromium', () => {
  callbackDay(useChromium({ headed: true }));
});
