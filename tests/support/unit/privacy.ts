import { onTestFinished, vi } from 'vitest';
import { readPhone } from '../../../lib/domain/phone.ts';
import { createPrivacyStore } from '../../../lib/stores/privacy-store.ts';
import { aDatabase } from './database.ts';
import { wednesday } from './entries.ts';

/** "Forget this caller" over a database of this test alone, with a half minute that ends when the test says so. */
export function somePrivacy(repositories = aDatabase()) {
  let end = () => {};
  const [onForgotten, onWritten] = [vi.fn(async () => {}), vi.fn<() => void>()];
  const store = createPrivacyStore({
    repositories,
    loadReadPhone: async () => readPhone,
    country: () => 'US',
    now: () => wednesday,
    newId: () => crypto.randomUUID(),
    after: (_, run) => {
      end = run;
      return () => {
        end = () => {};
      };
    },
    onForgotten,
    onWritten,
  });
  onTestFinished(() => store.stop());
  return { store, repositories, onForgotten, onWritten, passHalfMinute: () => end() };
}
