/** People in a page's own structured data (JSON-LD, schema.org): what the page says of itself to machines. */
import * as z from 'zod/mini';
import type { Page } from './page-items.ts';

/** A person the page describes. */
export interface StructuredPerson {
  name: string;
  /** Numbers as written. */
  telephones: string[];
}

/** Nodes looked at, and how deep they may nest: the data is the page's own. */
const limits = { nodes: 300, depth: 6 };

const text = z.string().check(z.maxLength(200));
const PersonSchema = z.object({
  '@type': z.union([text, z.array(text)]),
  name: text,
  telephone: z.optional(z.union([text, z.array(text)])),
});

const known = new WeakMap<Page, StructuredPerson[]>();

/** People the page's JSON-LD describes; none when there are several: then it says of nobody that the page is theirs. */
export function structuredPeople(page: Page): readonly StructuredPerson[] {
  const before = known.get(page);
  if (before) return before;
  const found = page.frames
    .filter((frame) => !frame.hidden)
    .flatMap((frame) => frame.jsonLd)
    .flatMap(peopleIn);
  const names = new Set(found.map((person) => person.name));
  const people = names.size === 1 ? found : [];
  known.set(page, people);
  return people;
}

function peopleIn(block: string): StructuredPerson[] {
  let data: unknown;
  try {
    data = JSON.parse(block);
  } catch {
    // A page's broken data says nothing.
    return [];
  }
  const people: StructuredPerson[] = [];
  const open: { node: unknown; depth: number }[] = [{ node: data, depth: 0 }];
  for (let seen = 0; open.length > 0 && seen < limits.nodes; seen++) {
    const { node, depth } = open.pop() as { node: unknown; depth: number };
    if (typeof node !== 'object' || node === null || depth > limits.depth) continue;
    const person = personOf(node);
    if (person) people.push(person);
    for (const child of Object.values(node)) open.push({ node: child, depth: depth + 1 });
  }
  return people;
}

function personOf(node: object): StructuredPerson | null {
  const parsed = PersonSchema.safeParse(node);
  if (!parsed.success) return null;
  const { '@type': type, name, telephone } = parsed.data;
  if (![type].flat().some((one) => /^(?:.*[/#])?(?:Person|Patient)$/.test(one))) return null;
  return { name, telephones: telephone === undefined ? [] : [telephone].flat() };
}
