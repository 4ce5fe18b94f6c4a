import { expect, onTestFinished, test } from 'vitest';
import { startNats } from '../support/nats-server.ts';
import { anAgent, aTeam } from '../support/team/agents.ts';
import { fillBucket, watchAlone } from '../support/team/fill.ts';

const entries = 20_000;

// Compared with the library alone in the same run; RESULTS.md says what the figures are and what they are made of.
test(`a first sync of ${entries} entries has all of them, and tells how far it is`, async () => {
  const server = await startNats();
  onTestFinished(() => server.stop());
  const team = await aTeam([server.wsUrl]);
  await fillBucket(team, entries);
  const alone: number[] = [];
  const synced: number[] = [];
  // In turns, so that what else the machine does falls on both.
  for (let round = 0; round < 3; round++) {
    const watched = await watchAlone(team);
    expect(watched.entries).toBe(entries);
    alone.push(watched.took);
    const agent = await anAgent(team, `Late${round}`);
    const began = performance.now();
    await agent.backOnline();
    synced.push(performance.now() - began);
    expect(await agent.repositories.callbacks.countOpen()).toBe((entries / 4) * 3);
    const told = agent.progress();
    expect(told.length).toBeGreaterThan(20);
    expect(told.at(-1)).toEqual({ done: entries, of: entries });
    expect(told).toEqual(told.toSorted((a, b) => a.done - b.done));
    await agent.end();
  }
  const [quickest, library] = [Math.min(...synced), Math.min(...alone)];
  const times = (quickest / library).toFixed(1);
  console.log(
    `first sync of ${entries}: ${Math.round(quickest)} ms, the library alone ${Math.round(library)} ms, ${times} times`,
  );
});
