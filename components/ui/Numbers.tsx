/** What may be a phone number, also with its extension: at least seven digits. */
const number = /([+(]{0,2}\d(?:[\s().\-/\u2010\u2011]{0,3}\d){6,})/u;

/**
 * A sentence in which phone numbers may stand: none is broken over two lines where it fits on one, and from right to
 * left its digits stay in their order.
 */
export function Numbers({ text }: { text: string }) {
  return (
    <>
      {text.split(number).map((part, place) =>
        place % 2 === 0 ? (
          part
        ) : (
          // The parts have no other name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <bdi key={place} dir="ltr" class="unbroken">
            {part}
          </bdi>
        ),
      )}
    </>
  );
}
