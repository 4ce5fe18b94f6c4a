// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Leaf } from '../evidence.ts';
import { hideViews } from './views.ts';

const leavesOf = (stands: readonly Element[]): Leaf[] =>
  stands.map((_, at) => ({ box: 0, kind: 'text', text: String(at) }));

it('marks what stands in a view of three leaves and more, and nothing else', () => {
  document.body.innerHTML =
    '<b>0</b><p id="view"><b>1</b><i><b>2</b></i><b>3</b></p><p id="heard"><b>4</b><b>5</b></p>';
  const stands = [...document.querySelectorAll('b')];
  const leaves = leavesOf(stands);
  const views = new Set(document.querySelectorAll('p'));
  hideViews(leaves, stands, views, (node) => node.parentElement);
  expect(leaves.map(({ hidden }) => hidden === true)).toEqual([false, true, true, true, false, false]);
});

it('passes each element of a deep page once', () => {
  let at: Element = document.body;
  at.innerHTML = '<p></p>';
  const views = new Set(document.querySelectorAll('p'));
  for (let deep = 0; deep < 1_000; deep++) at = at.appendChild(document.createElement('div'));
  for (let leaf = 0; leaf < 500; leaf++) at.append(document.createElement('b'));
  const stands = [...at.children];
  let steps = 0;
  hideViews(leavesOf(stands), stands, views, (node) => {
    steps++;
    return node.parentElement;
  });
  expect(steps).toBeLessThan(2_000);
});
