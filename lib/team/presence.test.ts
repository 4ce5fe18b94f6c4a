import { expect, test, vi } from 'vitest';
import { idAt } from '../../tests/support/unit/entries.ts';
import { randomBytes } from './crypto/bytes.ts';
import { createTeamCrypto } from './crypto/envelope.ts';
import { type Call, createPresence } from './presence.ts';
import { presenceSubject, type TeamConnection } from './types.ts';

/** A subject everybody hears, as the server has it; what is said is kept to be played back. */
function aSubject() {
  const said: Uint8Array[] = [];
  const ears = new Set<(data: Uint8Array) => void>();
  const publish = (_: string, data: Uint8Array) => {
    said.push(data);
    for (const hear of ears) hear(data);
  };
  async function* subscribe() {
    const heard: Uint8Array[] = [];
    let next = Promise.withResolvers<void>();
    ears.add((data) => {
      heard.push(data);
      next.resolve();
    });
    for (;;) {
      await next.promise;
      next = Promise.withResolvers<void>();
      for (const data of heard.splice(0)) yield { data };
    }
  }
  return { said, publish, subscribe, isClosed: () => false };
}

/** A clock the test moves, with what is to happen when. */
function aClock() {
  let now = 1_000_000;
  const planned = new Set<{ at: number; act: () => void }>();
  return {
    now: () => now,
    after(ms: number, act: () => void) {
      const plan = { at: now + ms, act };
      planned.add(plan);
      return () => void planned.delete(plan);
    },
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = [...planned].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        planned.delete(next);
        now = next.at;
        next.act();
      }
      now = end;
    },
  };
}

async function aTeam() {
  const nc = aSubject();
  const clock = aClock();
  const crypto = await createTeamCrypto([randomBytes(32)]);
  const member = (name: string) => {
    let calls: Call[] = [];
    const presence = createPresence({
      now: clock.now,
      after: clock.after,
      onCalls: (now) => {
        calls = now;
      },
    });
    const connection = { nc, crypto, teamId: 'acme', member: { id: name, name } };
    presence.connect(connection as unknown as TeamConnection);
    return {
      presence,
      calls: () => calls.map(({ member: { name }, callbackId }) => `${name} ${callbackId}`),
    };
  };
  return { nc, crypto, clock, member };
}
const on = (name: string) => [`${name} ${idAt(1)}`];

test('who is calling is heard by the others, until they say it is over', async () => {
  const { member, clock, nc } = await aTeam();
  const [chris, dana] = [member('Chris'), member('Dana')];
  chris.presence.calling(idAt(1));
  await vi.waitFor(() => expect(dana.calls()).toEqual(on('Chris')));
  expect(chris.calls()).toEqual([]);
  for (let said = 2; said < 6; said++) {
    clock.pass(8_000);
    await vi.waitFor(() => expect(nc.said).toHaveLength(said));
    expect(dana.calls()).toEqual(on('Chris'));
  }
  chris.presence.calling(null);
  await vi.waitFor(() => expect(dana.calls()).toEqual([]));
});

test('a call of somebody who is gone is over by itself', async () => {
  const { member, clock } = await aTeam();
  const [chris, dana] = [member('Chris'), member('Dana')];
  chris.presence.calling(idAt(1));
  await vi.waitFor(() => expect(dana.calls()).toEqual(on('Chris')));
  chris.presence.connect(null);
  clock.pass(19_000);
  expect(dana.calls()).toEqual(on('Chris'));
  clock.pass(2_000);
  expect(dana.calls()).toEqual([]);
});

test('what is played back, sealed by nobody, or nonsense is not heard', async () => {
  const { nc, crypto, clock, member } = await aTeam();
  const [chris, dana, erin] = [member('Chris'), member('Dana'), member('Erin')];
  chris.presence.calling(idAt(1));
  await vi.waitFor(() => expect(dana.calls()).toEqual(on('Chris')));
  chris.presence.calling(null);
  await vi.waitFor(() => expect(dana.calls()).toEqual([]));
  nc.publish('', nc.said[0] as Uint8Array);
  nc.publish('', new Uint8Array(300).fill(3));
  nc.publish('', new Uint8Array(100_000));
  const nonsense = new TextEncoder().encode('{"callbackId":"<b>","member":[]}');
  nc.publish('', await crypto.seal(nonsense, presenceSubject('acme')));
  // Heard in the order they came: once the last is, the others were passed over.
  erin.presence.calling(idAt(1));
  await vi.waitFor(() => expect(dana.calls()).toEqual(on('Erin')));

  clock.pass(11 * 60_000);
  const late = member('Late');
  nc.publish('', nc.said[0] as Uint8Array);
  erin.presence.calling(idAt(1));
  await vi.waitFor(() => expect(late.calls()).toEqual(on('Erin')));
});
