// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { boxTable } from './boxes.ts';

function chain(deep: number): Element[] {
  const elements: Element[] = [];
  let at: Element = document.body;
  for (let depth = 0; depth < deep; depth++) {
    at = at.appendChild(document.createElement('div'));
    elements.push(at);
  }
  return elements;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the boxes above what is kept', () => {
  it('are made once each, parents first', () => {
    document.body.innerHTML = '<p><b>Dana</b><i>Lee</i></p>';
    const table = boxTable(new Map(), { boxes: 100, depth: 100 });
    const [b, i] = ['b', 'i'].map((name) => table.of(document.querySelector(name) as Element));
    expect(table.boxes.map(({ tag }) => tag)).toEqual(['html', 'body', 'p', 'b', 'i']);
    expect([b, i].map((at) => table.boxes[at ?? -1])).toMatchObject([
      { parent: 2, index: 0 },
      { parent: 2, index: 1 },
    ]);
  });

  it('are counted without styles and icons, which one row has and the next has not', () => {
    document.body.innerHTML =
      '<p><b>Fax</b><i>1</i></p><p><style></style><my-icon></my-icon><b>Mobile</b><svg></svg><i>2</i></p>';
    const table = boxTable(new Map(), { boxes: 100, depth: 100 });
    const index = (name: string): (number | undefined)[] =>
      [...document.querySelectorAll(name)].map((element) => table.boxes[table.of(element)]?.index);
    expect([index('b'), index('i'), index('my-icon'), index('p')]).toEqual([[0, 0], [1, 1], [0], [0, 1]]);
  });

  it('end at a depth: what is deeper stands in the last of them, and each element is passed once', () => {
    const elements = chain(400);
    let passed = 0;
    const counting = new (class extends Map<Node, Element> {
      override get(node: Node): Element | undefined {
        passed++;
        return super.get(node);
      }
    })();
    const table = boxTable(counting, { boxes: 1000, depth: 50 });
    const places = elements.toReversed().map((element) => table.of(element));
    expect(table.boxes).toHaveLength(50);
    expect(places[0]).toBe(49);
    expect(places.at(-1)).toBe(2);
    expect(passed).toBeLessThanOrEqual(402);
  });

  it('end where there is no room, and what found some keeps it', () => {
    const table = boxTable(new Map(), { boxes: 5, depth: 100 });
    const [first, , , last] = chain(4) as [Element, Element, Element, Element];
    const place = table.of(first);
    expect(table.of(last)).toBe(-1);
    expect(table.of(last)).toBe(-1);
    expect(table.of(first)).toBe(place);
    expect(table.boxes).toHaveLength(5);
  });
});
