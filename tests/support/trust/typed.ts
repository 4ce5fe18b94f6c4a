import type { Callback } from '../../../lib/domain/callback.ts';
import type { FormInput } from '../journey/form.ts';
import type { Chance } from './chance.ts';
import { entriesOf, type Kept } from './kept.ts';

/** What is typed into the form for one caller; no two are alike. */
export type Typed = Required<Pick<FormInput, 'name' | 'phone' | 'reason' | 'time' | 'kind'>>;

const names = ['Dana Lee', 'Ana Villaseñor', '鈴木 一郎', 'Zoë O’Brien', 'Lars Åkesson', 'Мария Иванова'];
const reasons = [
  'Boiler leaks',
  'Asks for “the other” invoice',
  '=1+1',
  'Gate code?',
  'Größe der Tür',
  '約束',
];
const times = ['in 11 minutes', 'in 25 minutes', 'in 2 hours', 'in 3 hours', ''];

/** Makes up callers, each with a name and a number of its own. */
export function callers(chance: Chance): () => Typed {
  let count = 0;
  return () => {
    count += 1;
    const time = chance.pick(times);
    return {
      name: `${chance.pick(names)} ${count}`,
      phone: `+1 415 ${chance.between(200, 899)} ${String(1000 + (count % 9000))}`,
      reason: `${chance.pick(reasons)} ${'and more '.repeat(chance.between(0, 3))}${count}`,
      time,
      // A kind whose clock runs at once makes stage records at every save.
      kind: time === '' ? chance.pick(['missed call', 'disconnected']) : 'promised',
    };
  };
}

/**
 * What of the promises is not kept: an entry that was announced as saved and is not there, or any entry that is
 * not exactly what somebody typed.
 *
 * @param saved names announced as saved
 * @param typed everything that was ever typed, by name
 */
export function savingProblems(
  kept: Kept,
  saved: ReadonlySet<string>,
  typed: ReadonlyMap<string, Typed>,
): string[] {
  const { entries, broken } = entriesOf(kept);
  const there = new Map(entries.map((entry) => [entry.callerName, entry]));
  const lost = [...saved]
    .filter((name) => !there.has(name))
    .map((name) => `${name} was announced and is lost`);
  const twice = entries.length - there.size;
  return [
    ...broken,
    ...lost,
    ...(twice > 0 ? [`${twice} entries are there twice`] : []),
    ...entries.flatMap((entry) => differences(entry, typed.get(entry.callerName))),
  ];
}

function differences(entry: Callback, typed: Typed | undefined): string[] {
  if (!typed) return [`nobody typed ${entry.callerName}`];
  const is = {
    phone: (entry.phone?.e164 ?? entry.phone?.asShown ?? '').replace(/\D/g, ''),
    reason: entry.reason,
    time: entry.promise?.words ?? '',
    kind: entry.kind,
  };
  const wanted = { ...typed, phone: typed.phone.replace(/\D/g, ''), reason: typed.reason.trim() };
  return (Object.keys(is) as (keyof typeof is)[])
    .filter((field) => is[field] !== wanted[field])
    .map((field) => `${typed.name}: ${field} is "${is[field]}", not "${wanted[field]}"`);
}
