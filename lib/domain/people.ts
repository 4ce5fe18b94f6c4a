import { type Callback, limits, type Owner } from './callback.ts';
import type { Act } from './history.ts';
import { cleanText } from './text.ts';

/** Without a team, a person is their name, however it is cased. */
export function ownerId(name: string): string {
  return cleanText(name, { max: 80 }).toLocaleLowerCase('en');
}

/** The person of that name; nobody where there is none in it. */
export function personNamed(name: string): Owner | null {
  const clean = cleanText(name, { max: limits.name });
  return clean === '' ? null : { id: ownerId(clean), name: clean };
}

/** Who acts. */
export function agentOf({ by, me }: Pick<Act, 'by' | 'me'>): Owner | null {
  return me ?? personNamed(by ?? '');
}

/**
 * The person meant by a typed name: of the team's members the only one called so, the agent themselves before
 * others of their name; without a team, or where nobody there is called so, that name.
 * @param members empty without a team @param me the agent
 */
export function ownerNamed(name: string, members: readonly Owner[], me: Owner | null): Owner | null {
  const typed = personNamed(name);
  if (!typed) return null;
  const labelled = members.find((member) => ownerId(labelOf(member, members)) === typed.id);
  const called = members.filter((member) => ownerId(member.name) === typed.id);
  return labelled ?? called.find(({ id }) => id === me?.id) ?? called[0] ?? typed;
}

/** A member's name, with the start of their id where another has the same. */
export function labelOf(member: Owner, members: readonly Owner[]): string {
  const namesakes = members.filter(
    ({ id, name }) => id !== member.id && ownerId(name) === ownerId(member.name),
  );
  // The end of the id: the beginning of a UUID v7 is the time it was made.
  return namesakes.length > 0 ? `${member.name} (${member.id.slice(-4)})` : member.name;
}

/**
 * Gives entries with the name their owner goes by now: an entry keeps the one it was given with, and members rename
 * themselves. Who is no member keeps that one. The same entry is given as the same object each time: rows of a list
 * are drawn anew where theirs is another.
 */
export function withPresentNames(
  members: readonly Owner[],
): <T extends Pick<Callback, 'owner'>>(entry: T) => T {
  const labels = new Map(members.map((member) => [member.id, labelOf(member, members)]));
  const given = new WeakMap<object, object>();
  return <T extends Pick<Callback, 'owner'>>(entry: T): T => {
    const { owner } = entry;
    const name = owner && labels.get(owner.id);
    if (!name || name === owner.name) return entry;
    const known = given.get(entry) as T | undefined;
    const named = known ?? { ...entry, owner: { id: owner.id, name } };
    given.set(entry, named);
    return named;
  };
}

/** The people the entries tell of, the latest seen first: owners, and whoever did something or was given one. */
export function peopleSeen(callbacks: readonly Callback[]): Owner[] {
  const seen = new Map<string, { person: Owner; at: number }>();
  const see = (person: Owner | null, at: number) => {
    if (person && (seen.get(person.id)?.at ?? -1) < at) seen.set(person.id, { person, at });
  };
  for (const { owner, history, attempts, updatedAt } of callbacks) {
    see(owner, updatedAt);
    for (const { by, at } of attempts) see(by, at);
    for (const { what, from, to, by, at } of history) {
      for (const name of what === 'owner' ? [from, to, by] : [by]) see(personNamed(name ?? ''), at);
    }
  }
  return [...seen.values()].sort((a, b) => b.at - a.at).map(({ person }) => person);
}
