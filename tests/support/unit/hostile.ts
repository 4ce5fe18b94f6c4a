import fc from 'fast-check';

/** Anything that can be sent or stored: JSON, and what only code makes. */
export const anyValue = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.anything({ maxDepth: 2 }));

type Path = (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as Record<string, unknown>) };
  const inner = (value as Record<string | number, unknown>)[first];
  (copy as Record<string | number, unknown>)[first] = replaced(inner, rest, by);
  return copy;
}

/** Something valid with one of its parts replaced by anything, or one more part: what is nearly right is trusted soonest. */
export function nearly<T>(valid: T): fc.Arbitrary<unknown> {
  const big = fc.constantFrom('x'.repeat(20_000), '‮‮', '\u0000', '__proto__', -1, 1e21, Number.NaN);
  const part = fc.oneof(anyValue, big);
  return fc.oneof(
    fc.tuple(fc.constantFrom(...pathsOf(valid)), part).map(([path, by]) => replaced(valid, path, by)),
    fc.tuple(fc.string(), part).map(([key, by]) => ({ ...valid, [key]: by })),
  );
}
