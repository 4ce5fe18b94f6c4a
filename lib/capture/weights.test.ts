import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = import.meta.dirname;
const table = readFileSync(join(folder, 'weights.ts'), 'utf8');
const users = readdirSync(folder)
  .filter((file) => /^(?!weights).*(?<!\.test)\.ts$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

const tables = [...table.matchAll(/^export const (\w+) = \{\n?([\s\S]*?)\} as const;/gm)].map(
  ([, name = '', body = '']) => ({ name, body }),
);

describe.each(tables)('the table $name', ({ name, body }) => {
  const lines = body.split('\n');
  const weights = lines.flatMap((line, at) => {
    const key = /^ {2}(\w+): /.exec(line)?.[1];
    return key ? [{ key, above: lines[at - 1] ?? '' }] : [];
  });
  // A file takes one table by another name, or tables by their own.
  const taken = users
    .filter((file) => file.includes(name))
    .map((file) => (file.includes(`${name} as w `) ? file : file.replaceAll(/\bw\./g, '')));

  it('gives the reason of every weight', () => {
    expect(weights.filter(({ above }) => !above.endsWith('*/')).map(({ key }) => key)).toEqual([]);
  });

  it('holds none that weighs nothing', () => {
    const used = (key: string) => taken.some((file) => new RegExp(`\\b(?:w|${name})\\.${key}\\b`).test(file));
    expect(taken.length).toBeGreaterThan(0);
    expect(weights.filter(({ key }) => !used(key)).map(({ key }) => key)).toEqual([]);
  });
});

it('finds the tables', () => {
  expect(tables.map(({ name }) => name)).toEqual([
    'phoneWeights',
    'frameWeights',
    'nameWeights',
    'thresholds',
    'referenceWeights',
  ]);
});
