import { Kvm } from '@nats-io/kv';
import { wsconnect } from '@nats-io/nats-core';

/**
 * How long the library alone takes to watch a whole bucket, from the first to the last entry there is; bundled
 * and run in a page of the browser that is measured, so that both have the same engine and socket.
 * @returns ms
 */
export async function watchAlone(server: string, bucket: string): Promise<{ took: number; entries: number }> {
  const nc = await wsconnect({ servers: server });
  const kv = await new Kvm(nc).open(bucket);
  const began = performance.now();
  let entries = 0;
  for await (const { delta } of await kv.watch()) {
    entries += 1;
    if (delta === 0) break;
  }
  const took = performance.now() - began;
  await nc.close();
  return { took, entries };
}
