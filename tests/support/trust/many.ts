import { type Callback, CallbackSchema } from '../../../lib/domain/callback.ts';
import type { Chance } from './chance.ts';

/**
 * Entries nobody typed, with all that an entry can have: most of them closed, as on a list that has been used
 * for long. @param batch tells apart what is made at different times @param now epoch ms
 */
export function manyEntries(chance: Chance, count: number, batch: number, now: number): Callback[] {
  const openEvery = Math.ceil(count / 40);
  return Array.from({ length: count }, (_, place) => {
    const at = now - chance.between(1, 20) * 86_400_000;
    const open = place % openEvery === 0;
    const until = now + chance.between(-120, 600) * 60_000;
    const number = `+1415${String(batch).padStart(2, '0')}${String(place).padStart(5, '0')}`;
    return CallbackSchema.parse({
      id: `019cdc00-${batch.toString(16).padStart(4, '0')}-7000-8000-${String(place).padStart(12, '0')}`,
      callerName: `Caller ${batch}-${place}`,
      phone: { e164: number, asShown: number, extension: null },
      alternatePhones: [],
      reference: `INV-${place}`,
      reason: `Reason ${'with some words '.repeat(chance.between(1, 6))}`.trim(),
      reasonConfirmed: true,
      kind: 'promised',
      happenedAt: at,
      promise: open ? { from: null, until, zone: 'Etc/GMT', words: 'by then' } : null,
      owner: { id: 'sam', name: 'Sam' },
      status: open ? 'needs call' : 'completed',
      notes: 'A note of some length. '.repeat(chance.between(1, 8)).trim(),
      source: { url: `https://crm.example.com/${place}`, title: 'A record', site: 'crm.example.com' },
      createdAt: at,
      updatedAt: at + 60_000,
      closedAt: open ? null : at + 60_000,
      attempts: [],
      history: [],
    });
  });
}
