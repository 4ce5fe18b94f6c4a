import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCallback } from '../../tests/support/unit/arbitrary.ts';
import { isAsStored } from './as-stored.ts';
import { CallbackSchema } from './callback.ts';

test('every entry that was stored once is taken as it is', () => {
  fc.assert(
    fc.property(anyCallback, (any) => {
      expect(isAsStored(JSON.parse(JSON.stringify(CallbackSchema.parse(any))))).toBe(true);
    }),
  );
});

/** Anything that may stand in the place of a value, much of it nearly right. */
const other = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    -1,
    1.5,
    8.64e15,
    9e15,
    '',
    ' x',
    'x\n',
    'a\u202eb',
    '+1415',
    'completed',
    '25:00',
    'http://x',
  ),
);

/** Paths to everything in a value. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

test('never what the schema would refuse or change, whatever stands in the place of anything', () => {
  fc.assert(
    fc.property(
      anyCallback,
      fc.nat(),
      fc.oneof(
        other.map((value) => ({ do: 'replace', value })),
        fc.record({
          do: fc.constant('add'),
          value: other,
          name: fc.constantFrom('more', '__proto__', 'was', 'to'),
        }),
        fc.constant({ do: 'remove' }),
      ),
      (any, number, change) => {
        const entry = JSON.parse(JSON.stringify(CallbackSchema.parse(any)));
        const places = placesIn(entry).slice(1);
        const path = places[number % places.length] as string[];
        const holder = path.slice(0, -1).reduce((inner, key) => inner[key], entry);
        const last = path.at(-1) as string;
        if (change.do === 'replace' && 'value' in change) holder[last] = change.value;
        if (change.do === 'remove') delete holder[last];
        if (change.do === 'add' && 'name' in change)
          Object.defineProperty(holder, change.name as string, { value: change.value, enumerable: true });
        const read = JSON.parse(JSON.stringify(entry));
        if (isAsStored(read)) expect(CallbackSchema.parse(read)).toEqual(read);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('nothing else is', () => {
  for (const value of [null, undefined, [], {}, 'x', 1]) expect(isAsStored(value)).toBe(false);
});
