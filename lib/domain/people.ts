import { type Callback, limits, type Owner } from './callback.ts';
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
