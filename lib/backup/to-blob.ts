/** How much text stands in memory before it becomes part of the file, which the browser may keep on disk. */
const partLength = 1 << 20;

/** A file of pieces written one after the other. @param type its media type */
export async function toBlob(pieces: AsyncIterable<string>, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  let text: string[] = [];
  let length = 0;
  const finishPart = () => {
    parts.push(new Blob(text));
    text = [];
    length = 0;
  };
  for await (const piece of pieces) {
    text.push(piece);
    length += piece.length;
    if (length >= partLength) finishPart();
  }
  finishPart();
  return new Blob(parts, { type });
}
