import type { Protocol } from 'puppeteer-core';
import type { ChromiumScreen } from './browsers/chromium-screen.ts';

/** States that are told where they hold; a screen reader says them after name and role. */
const told = ['pressed', 'expanded', 'checked', 'invalid', 'disabled', 'required', 'modal'];
/** Text and layout without a meaning of its own. */
const plain = new Set([
  'StaticText',
  'InlineTextBox',
  'generic',
  'none',
  'paragraph',
  'LineBreak',
  'ListMarker',
  'LabelText',
  'SvgRoot',
  'image',
  'strong',
  'Legend',
  'sectionheader',
  'sectionfooter',
  'MenuListPopup',
  'option',
]);

/**
 * What a screen reader finds under the first element of this selector, one line each in reading order: role,
 * name and state, such as `button "needs call" pressed=true`.
 */
export async function outlineOf(screen: ChromiumScreen, selector: string): Promise<string[]> {
  const cdp = await screen.page.createCDPSession();
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { node } = await cdp.send('DOM.describeNode', { nodeId });
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((one) => [one.nodeId, one]));
    const top = nodes.find((one) => one.backendDOMNodeId === node.backendNodeId);
    if (!top) throw new Error(`nothing accessible at ${selector}`);
    return linesOf(top, byId);
  } finally {
    await cdp.detach();
  }
}

function linesOf(
  node: Protocol.Accessibility.AXNode,
  byId: Map<string, Protocol.Accessibility.AXNode>,
): string[] {
  const below = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? linesOf(child, byId) : [];
  });
  const role = String(node.role?.value ?? '');
  if (node.ignored || plain.has(role)) return below;
  const states = (node.properties ?? []).flatMap(({ name, value }) =>
    told.includes(name) && value.value !== undefined && !isUntold(name, value.value)
      ? [` ${name}=${value.value}`]
      : [],
  );
  const name = String(node.name?.value ?? '').replace(/\s+/g, ' ');
  return [`${role} ${JSON.stringify(name)}${states.join('')}`, ...below];
}

/** "Not invalid", "not disabled" and the like are not said. */
function isUntold(name: string, value: unknown): boolean {
  return ['invalid', 'disabled', 'required', 'modal'].includes(name) && String(value) === 'false';
}
