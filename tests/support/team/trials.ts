import { v7 as newId } from 'uuid';
import { finishAttempt } from '../../../lib/domain/attempts.ts';
import type { Callback, Owner } from '../../../lib/domain/callback.ts';
import { editCallback } from '../../../lib/domain/compose.ts';
import { aCallback } from '../unit/entries.ts';
import { until } from '../wait.ts';
import { type Agent, alike, anAgent, type Team } from './agents.ts';

/** How many races were had, and what was wrong with each that was not won by exactly one. */
export interface RaceResult {
  races: number;
  wonBy: Record<string, number>;
  wrong: string[];
}

/**
 * Two agents take the same callback at the same moment, over and over.
 * @param from who has them until then; nobody where it is left out
 */
export async function claimRaces(team: Team, races: number, from: Owner | null = null): Promise<RaceResult> {
  const agents = await Promise.all([anAgent(team, 'Ana'), anAgent(team, 'Ben')]);
  const [ana, ben] = agents;
  try {
    await Promise.all(agents.map((agent) => agent.backOnline()));
    const entries = Array.from({ length: races }, () => aCallback({ id: newId(), owner: from }));
    for (const entry of entries) await ana.add(entry);
    await alike(agents);
    for (const { id } of entries) {
      await Promise.all(
        agents.map((agent) => agent.change(id, (one, act) => editCallback(one, { owner: agent.me }, act))),
      );
      // The next race begins once this one is decided for both.
      await until(
        'the race is decided',
        async () => {
          const [one, other] = await Promise.all([ana.get(id), ben.get(id)]);
          return one?.owner?.id === other?.owner?.id && one?.owner?.id !== from?.id;
        },
        { every: 2 },
      );
    }
    await alike(agents);
    const result: RaceResult = { races, wonBy: { Ana: 0, Ben: 0 }, wrong: [] };
    for (const { id } of entries) {
      const [one, other] = await Promise.all([ana.get(id), ben.get(id)]);
      const owner = one?.owner?.id;
      const loser = owner === 'Ana' ? ben : ana;
      const told = (agent: Agent) => agent.lost.filter((lost) => lost.id === id);
      if (owner !== 'Ana' && owner !== 'Ben') result.wrong.push(`${id}: nobody has it`);
      else if (other?.owner?.id !== owner) result.wrong.push(`${id}: both have it`);
      else if (told(loser)[0]?.to.id !== owner) result.wrong.push(`${id}: the loser was not told`);
      else if (told(owner === 'Ana' ? ana : ben).length > 0)
        result.wrong.push(`${id}: the winner was told it lost`);
      else result.wonBy[owner] = (result.wonBy[owner] ?? 0) + 1;
    }
    return result;
  } finally {
    await Promise.all(agents.map((agent) => agent.end()));
  }
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface CrashResult {
  seed: number;
  writes: number;
  entries: number;
  attempts: number;
  /** Texts that were looked for at the end: written on in notes, or last in a field. */
  texts: number;
  /** From the first write to everybody showing the same, ms. */
  took: number;
  wrong: string[];
}

/**
 * Three clients write as fast as they can while `crash` does its worst at a moment the seed chooses; then it is
 * looked whether each write is on every client once, and nothing came back that was removed.
 */
export async function crashTrial(
  team: Team,
  { seed, writes, crash }: { seed: number; writes: number; crash: () => Promise<void> },
): Promise<CrashResult> {
  const random = seeded(seed);
  const agents = await Promise.all(['Ana', 'Ben', 'Cleo'].map((name) => anAgent(team, name)));
  try {
    await Promise.all(agents.map((agent) => agent.backOnline()));
    const made = nothingMade();
    const crashAt = Math.floor(writes * (0.1 + 0.6 * random()));
    let crashed: Promise<void> = Promise.resolve();
    const began = performance.now();
    for (let count = 0; count < writes; count++) {
      const agent = agents[Math.floor(random() * agents.length)] as Agent;
      if (count === crashAt) crashed = crash();
      await writeSomething(agent, random, made);
      // As quickly as a busy page would: the engine gets its turn.
      if (count % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 1 + random() * 6));
    }
    await crashed;
    const list = await alike(agents);
    const took = Math.round(performance.now() - began);
    return {
      seed,
      writes,
      entries: list.length,
      attempts: countAttempts(list),
      texts: [...made.notes.values()].flat().length + made.fields.size,
      took,
      wrong: faultsOf(list, made),
    };
  } finally {
    await Promise.all(agents.map((agent) => agent.end()));
  }
}

/** What several people did to one list, to be looked for in it at the end. */
export interface Made {
  /** By attempt, the entry it belongs to. */
  attempts: Map<string, string>;
  entries: Set<string>;
  removed: Set<string>;
  /** By entry, what each of them wrote on in its notes: all of it is to be there. */
  notes: Map<string, string[]>;
  /** By entry and field, what the one who alone writes in that field wrote last. */
  fields: Map<string, string>;
}

export function nothingMade(): Made {
  return {
    attempts: new Map(),
    entries: new Set(),
    removed: new Set(),
    notes: new Map(),
    fields: new Map(),
  };
}

/** The field of an entry in which an agent alone writes, while the others write elsewhere in it. */
const ownField = { Ana: 'reference', Ben: 'reason', Cleo: 'objective' } as const;
const fieldOf = ({ name }: Agent) => ownField[name as keyof typeof ownField];

/**
 * Writes one thing, and notes in `made` what is to be found of it.
 * @param compose makes an entry up
 */
export async function writeSomething(
  agent: Agent,
  random: () => number,
  made: Made,
  compose: () => Callback = () => aCallback({ id: newId() }),
): Promise<void> {
  const here = (await agent.repositories.callbacks.open()).map(({ id }) => id);
  const id = here[Math.floor(random() * here.length)];
  const dice = random();
  if (id === undefined || dice < 0.1) {
    const entry = compose();
    made.entries.add(entry.id);
    return agent.add(entry);
  }
  if (dice < 0.14) {
    made.removed.add(id);
    return agent.remove(id);
  }
  const what = dice < 0.6 ? 'attempt' : dice < 0.8 ? 'note' : 'field';
  const text = `${agent.name}${Math.floor(random() * 1e9).toString(36)};`;
  try {
    const changed = await agent.change(id, (one, act) => {
      if (what === 'attempt') return finishAttempt(one, null, { outcome: 'no answer' }, act);
      if (what === 'note') return editCallback(one, { notes: one.notes + text }, act);
      return editCallback(one, { [fieldOf(agent)]: text }, act);
    });
    const last = changed.attempts.at(-1);
    if (what === 'attempt' && last) made.attempts.set(last.id, id);
    if (what === 'note') made.notes.set(id, [...(made.notes.get(id) ?? []), text]);
    if (what === 'field') made.fields.set(`${id} ${fieldOf(agent)}`, text);
  } catch (error) {
    // Somebody removed it between looking and writing: nothing was said to be saved.
    if ((error as Error).name !== 'CallbackGoneError') throw error;
  }
}

/** What of it is lost, there twice or back again, in words. */
export function faultsOf(list: readonly Callback[], made: Made): string[] {
  const wrong: string[] = [];
  const there = new Map(list.map((entry) => [entry.id, entry]));
  for (const id of made.entries) if (!there.has(id) && !made.removed.has(id)) wrong.push(`lost entry ${id}`);
  for (const id of made.removed) if (there.has(id)) wrong.push(`came back: ${id}`);
  for (const [attempt, id] of made.attempts) {
    const times = there.get(id)?.attempts.filter((one) => one.id === attempt).length ?? 1;
    if (times !== 1) wrong.push(`attempt ${attempt} is there ${times} times`);
  }
  for (const [id, texts] of made.notes) {
    const notes = there.get(id)?.notes;
    for (const text of texts)
      if (notes !== undefined && notes.split(text).length !== 2)
        wrong.push(`${text} of ${id} is lost or twice`);
  }
  for (const [place, text] of made.fields) {
    const [id = '', field] = place.split(' ') as [string, 'reference' | 'reason' | 'objective'];
    const value = there.get(id)?.[field] ?? text;
    if (value !== text) wrong.push(`${field} of ${id} is ${value}, not ${text}`);
  }
  for (const { id, history } of list) {
    if (new Set(history.map((item) => item.id)).size !== history.length) wrong.push(`history twice in ${id}`);
  }
  return wrong;
}

function countAttempts(list: readonly Callback[]): number {
  return list.reduce((sum, { attempts }) => sum + attempts.length, 0);
}
