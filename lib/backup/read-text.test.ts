import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOf, read, whole } from '../../tests/support/unit/files.ts';
import { fileLimits } from './problem.ts';
import { readText } from './read-text.ts';

const words = 'Ana Villaseñor\r\n鈴木 一郎\r😀 Zoë\n';
const lines = 'Ana Villaseñor\n鈴木 一郎\n😀 Zoë\n';

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array<ArrayBuffer> {
  const units = mark ? `\uFEFF${text}` : text;
  const bytes = new DataView(new ArrayBuffer(units.length * 2));
  for (let at = 0; at < units.length; at++) bytes.setUint16(at * 2, units.charCodeAt(at), littleEndian);
  return new Uint8Array(bytes.buffer);
}

const asBytes = new TextEncoder().encode(words);
test.each<[string, Uint8Array<ArrayBuffer>]>([
  ['UTF-8', asBytes],
  ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${words}`)],
  ['UTF-16 LE with a mark', utf16(words, true, true)],
  ['UTF-16 BE with a mark', utf16(words, false, true)],
])('%s is read, however it is sliced', async (_, bytes) => {
  for (let size = 4; size < 40; size++) expect(await whole(read(bytes, size))).toBe(lines);
});

test.each([true, false])(
  'UTF-16 without a mark is seen by its zero bytes (little endian: %s)',
  async (little) => {
    expect(await whole(read(utf16('name,phone\nAna,1\n', little, false), 512))).toBe('name,phone\nAna,1\n');
  },
);

test('any text comes back, however it is sliced', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.startsWith('\uFEFF'));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 4, max: 20 }), async (content, size) => {
      const bytes = new TextEncoder().encode(`\uFEFF${content}`);
      const kept = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
      expect(await whole(read(bytes, size))).toBe(kept);
    }),
  );
});

test('what stands before a byte that cannot be is given, then it stops', async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('Ana é\nBo '), 0xe9, 0x0a, 0x41]);
  for (const size of [4, 5, 7, 64]) {
    const given: string[] = [];
    const reading = (async () => {
      for await (const text of read(bytes, size)) given.push(text);
    })();
    expect(await problemOf(reading)).toBe('encoding');
    expect(given.join('')).toBe('Ana é\nBo ');
  }
});

test('any bytes are read or refused, never anything else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1 }),
      fc.integer({ min: 4, max: 30 }),
      async (bytes, size) => {
        expect(await problemOf(whole(read(new Uint8Array(bytes), size)))).toMatch(/^(none|encoding)$/);
      },
    ),
  );
});

test.each([
  [{ size: 0, slice: () => new Blob() }, 'empty'],
  [{ size: fileLimits.size + 1, slice: () => new Blob() }, 'too-large'],
  [
    { size: 9, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) },
    'unreadable',
  ],
])('a file that cannot be read is told why: %#', async (file, problem) => {
  expect(await problemOf(whole(readText(file)))).toBe(problem);
});
