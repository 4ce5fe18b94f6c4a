// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Pace } from './pace.ts';
import { walk } from './walk.ts';

const limits = { nodes: 1e6, leastNodes: 0, finds: 1e6, leaves: 4000, largeLeaves: 4000, farLeaves: 10 };
/** A clock that has time for so many looks at it. */
const clock = (looks: number): Pace => {
  let left = looks;
  const pace: Pace = {
    until: () => pace,
    isOver: () => --left < 0,
    breathe: async () => {},
    pause: async () => {},
    wait: (promise) => promise,
    worked: () => 0,
  };
  return pace;
};

// This document has no XPath: nothing in it has a name of its own.
vi.stubGlobal('XPathResult', {});
Object.defineProperty(Document.prototype, 'evaluate', { value: () => ({ snapshotLength: 0 }) });

describe('the walk of a page', () => {
  const walked = (more: Partial<typeof limits>, looks = 1e6) => {
    document.body.innerHTML = '<p>Dana</p>'.repeat(2000);
    return walk(document.body, { ...limits, ...more }, clock(looks));
  };

  it('goes to the end where it may', async () => {
    expect(await walked({})).toMatchObject({ nodes: 4000, stopped: false });
  });

  it.each([
    ['nodes left', { nodes: 700 }, 1e6],
    ['finds left', { finds: 700 }, 1e6],
    ['milliseconds', {}, 1],
  ])('stops when there are no more %s, and says so', async (_, more, looks) => {
    const { nodes, stopped } = await walked(more, looks);
    expect(stopped).toBe(true);
    expect(nodes).toBeGreaterThan(500);
    expect(nodes).toBeLessThan(2500);
  });

  it('reads an ordinary page to its end, however late it is on a busy machine', async () => {
    expect(await walked({ leastNodes: 4000 }, 0)).toMatchObject({ nodes: 4000, stopped: false });
    expect(await walked({ leastNodes: 3000 }, 0)).toMatchObject({ stopped: true });
  });

  it('says that it stopped where the far part of a large page was too much', async () => {
    const small = { leaves: 50, largeLeaves: 4, farLeaves: 10 };
    const numbers = '<a href="tel:+14155550132">(415) 555-0132</a>'.repeat(200);
    document.body.innerHTML = `${numbers}${'<p>Dana</p>'.repeat(3000)}`;
    expect(await walk(document.body, { ...limits, ...small }, clock(1e6))).toMatchObject({ stopped: false });
    expect(await walk(document.body, { ...limits, ...small }, clock(1))).toMatchObject({ stopped: true });
  });
});
