import { Kvm } from '@nats-io/kv';
import { wsconnect } from '@nats-io/nats-core';
import { CallbackSchema } from '../../../lib/domain/callback.ts';
import { keyOf } from '../../../lib/team/types.ts';
import { encodeValue } from '../../../lib/team/value.ts';
import { aCallback, idAt, phone, wednesday } from '../unit/entries.ts';
import type { Team } from './agents.ts';

/** Writes this many entries into the team's bucket, as a client that is long gone would have. */
export async function fillBucket(team: Team, count: number): Promise<void> {
  const nc = await wsconnect({ servers: team.servers });
  const kv = await new Kvm(nc).open(team.bucket);
  const width = 200;
  for (let from = 0; from < count; from += width) {
    await Promise.all(
      Array.from({ length: Math.min(width, count - from) }, async (_, place) => {
        const number = from + place + 1;
        // As a client of ours has it, every text clean.
        const callback = CallbackSchema.parse({
          ...aCallback(),
          id: idAt(number),
          callerName: `Caller ${number}`,
          phone: phone(`+1415555${String(1_000 + (number % 9_000))}`),
          notes: 'Boiler leaks since Monday, asks for the same engineer as the last time. '.repeat(3),
          status: number % 4 === 0 ? 'completed' : 'needs call',
          closedAt: number % 4 === 0 ? wednesday : null,
        });
        const plain = encodeValue({ n: 1, applied: { filler: number }, callback, extra: '' });
        const id = keyOf(callback.id);
        await kv.put(id, await team.crypto.seal(plain, `${team.bucket} ${id}`));
      }),
    );
  }
  await nc.close();
}

/** How long the library alone takes to watch the whole bucket, ms. */
export async function watchAlone(team: Team): Promise<{ took: number; entries: number }> {
  const nc = await wsconnect({ servers: team.servers });
  const kv = await new Kvm(nc).open(team.bucket);
  const began = performance.now();
  let entries = 0;
  const watch = await kv.watch();
  for await (const entry of watch) {
    entries += 1;
    if (entry.delta === 0) break;
  }
  const took = performance.now() - began;
  await nc.close();
  return { took, entries };
}
