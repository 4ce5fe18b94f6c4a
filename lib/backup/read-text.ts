import { BackupProblem, fileLimits } from './problem.ts';

/** A file, or what stands in for one in a test: as much of a Blob as is used here. */
export interface SliceSource {
  size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

interface ReadOptions {
  /** Bytes read at once. */
  sliceSize?: number;
  /** Told after each slice: bytes read so far. */
  onRead?: (bytes: number) => void;
  signal?: AbortSignal;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * The text of a file, slice by slice, so that memory holds one slice and not the file. UTF-8 with or without a
 * byte order mark, and UTF-16. Line breaks come as '\n' whatever wrote them.
 *
 * Text before a byte that cannot be is still given; then it throws a BackupProblem 'encoding' without a row, for
 * whoever counts the rows to add it.
 */
export async function* readText(
  file: SliceSource,
  { sliceSize = 1 << 20, onRead, signal }: ReadOptions = {},
): AsyncGenerator<string> {
  if (file.size === 0) throw new BackupProblem('empty');
  if (file.size > fileLimits.size) throw new BackupProblem('too-large');
  let known: Encoding | null = null;
  let carried = new Uint8Array();
  let heldReturn = '';
  for (let from = 0; from < file.size; from += sliceSize) {
    signal?.throwIfAborted();
    const read = await bytesOf(file, from, Math.min(file.size, from + sliceSize));
    const bytes: Uint8Array = carried.length > 0 ? joined(carried, read) : read;
    const skip: number = known === null ? startOf(bytes).skip : 0;
    known ??= startOf(bytes).encoding;
    const encoding: Encoding = known;
    const last = from + sliceSize >= file.size;
    const end = last ? bytes.length : wholeCharacters(bytes, encoding);
    carried = bytes.slice(end);
    const { text, whole } = decode(bytes.subarray(skip, end), encoding);
    const lines = heldReturn + text;
    // A return at the end may be half of a line break.
    heldReturn = !last && whole && lines.endsWith('\r') ? '\r' : '';
    yield (heldReturn ? lines.slice(0, -1) : lines).replace(/\r\n?/g, '\n');
    if (!whole) throw new BackupProblem('encoding');
    onRead?.(Math.min(file.size, from + sliceSize));
  }
}

async function bytesOf(file: SliceSource, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    throw new BackupProblem('unreadable');
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** The encoding by its mark; without one UTF-16 shows by the zero bytes of its ASCII characters. */
function startOf(bytes: Uint8Array): { encoding: Encoding; skip: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', skip: 2 };
  const sample = bytes.subarray(0, 512);
  const zeros = (odd: number) => sample.filter((byte, place) => byte === 0 && place % 2 === odd).length;
  if (zeros(1) > sample.length / 4) return { encoding: 'utf-16le', skip: 0 };
  if (zeros(0) > sample.length / 4) return { encoding: 'utf-16be', skip: 0 };
  return { encoding: 'utf-8', skip: 0 };
}

/** How many of the bytes make whole characters: the rest waits for the next slice. */
function wholeCharacters(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding !== 'utf-8') {
    const even = bytes.length - (bytes.length % 2);
    const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0;
    return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
  }
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** The text of the bytes, as far as they are text. */
function decode(bytes: Uint8Array, encoding: Encoding): { text: string; whole: boolean } {
  const text = decoded(bytes, encoding, false);
  if (text !== null) return { text, whole: true };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decoded(bytes.subarray(0, middle), encoding, true) === null) bad = middle;
    else good = middle;
  }
  return { text: decoded(bytes.subarray(0, good), encoding, true) ?? '', whole: false };
}

/** @param open whether more bytes may follow the last one. Null where this is not text of that encoding. */
function decoded(bytes: Uint8Array, encoding: Encoding, open: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: open });
  } catch {
    return null;
  }
}
