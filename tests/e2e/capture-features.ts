/**
 * What the page reader is to read, one tiny page a feature, in real Chromium: what is shown is given as it is
 * shown, what is not is given as hidden or not at all.
 */
import { describe, expect, it } from 'vitest';
import { chooseCaller } from '../../lib/capture/choose-caller.ts';
import { type FrameEvidence, parseFrames } from '../../lib/capture/evidence.ts';
import type { Bench, Extra } from '../bench/browser.ts';

const number = '(415) 555-0132';
const card = `<h1>Dana Lee</h1><dl><dt>Mobile</dt><dd>${number}</dd></dl>`;
/** Another customer's record, kept in the page and out of sight. */
const kept = (style: string, who: string, inner = '') =>
  `<section style="${style}"><div style="${inner}"><h1>${who}</h1><dl><dt>Mobile</dt><dd>(415) 555-0177</dd></dl></div></section>`;
const other = 'https://widget.example/';
const inRoot = (tag: string, mode: string, inner: string, slotted = '') =>
  `<${tag}><template shadowrootmode="${mode}">${inner}</template>${slotted}</${tag}>`;

/** Documents of another origin that pages below show. */
export const elsewhere: Extra = new Map([
  [other, '<!doctype html><title>Widget</title><p>Hello</p>'],
  [`${other}moved`, '<!doctype html><title>Widget</title><p>Moved</p>'],
]);

interface Feature {
  html: string;
  /** Leaves that are shown, in their order, "kind: text". */
  shown?: string[];
  /** Texts that are read as not shown, or not read. */
  aside?: string[];
  /** What the agent gets. */
  name?: string;
  phone?: string;
  rows?: [string | null, string | null][];
}

const features: Record<string, Feature> = {
  'an open root on a custom element': { html: inRoot('x-card', 'open', card), phone: number },
  'a closed root on a custom element': { html: inRoot('x-card', 'closed', card), phone: number },
  'an open root on a <div>': { html: inRoot('div', 'open', card), name: 'Dana Lee', phone: number },
  'an open root on a <main>': { html: inRoot('main', 'open', card), name: 'Dana Lee', phone: number },
  'an open root on a heading': {
    html: `${inRoot('h1', 'open', '<b>Dana Lee</b>')}<dl><dt>Mobile</dt><dd>${number}</dd></dl>`,
    name: 'Dana Lee',
  },
  'roots inside roots, and what they slot': {
    html: inRoot('section', 'open', inRoot('x-a', 'closed', '<i>A</i><slot></slot><i>C</i>', '<b>B</b>')),
    shown: ['text: A', 'text: B', 'text: C'],
  },
  'a frame of the same origin': {
    html: `<iframe width="600" height="400" srcdoc="${card.replaceAll('"', '&quot;')}"></iframe>`,
    name: 'Dana Lee',
    phone: number,
  },
  'controls by value': {
    html: '<label>Name <input value="Dana Lee"></label><label>Note <textarea>old</textarea></label><label>Title <select><option>Mr<option selected>Ms</select></label><input type="password" value="secret"><input type="checkbox" value="yes"><script>document.querySelector("textarea").value = "new"</script>',
    shown: ['text: Name', 'value: Dana Lee', 'text: Note', 'value: new', 'text: Title', 'choice: Ms'],
    aside: ['old', 'Mr', 'secret', 'yes'],
  },
  'a control of a type that no browser knows': {
    html: '<label>Party <input type="input" value="Dana Lee"></label><input type="PASSWORD" value="secret">',
    shown: ['text: Party', 'value: Dana Lee'],
    aside: ['secret'],
  },
  'words that an icon font draws': {
    html: `<h1>Dana Lee</h1><p><i class="material-icons">person</i><span class="material-symbols-outlined">smartphone</span><span>mobile</span> ${number}</p>`,
    shown: ['text: Dana Lee', 'icon: person', 'icon: smartphone', 'text: mobile', `text: ${number}`],
    name: 'Dana Lee',
    phone: number,
  },
  'names of things without text': {
    html: '<i title="Mobile"></i><img alt="Photo of Dana"><span aria-label="Direct line"></span><button title="Edit">Change</button>',
    shown: ['icon: Mobile', 'icon: Photo of Dana', 'icon: Direct line', 'text: Change'],
  },
  'a number in a title alone': {
    html: `<h1>Dana Lee</h1><dl><dt>Mobile</dt><dd><span title="${number}">Show</span></dd></dl><p title="${number}">${number}</p>`,
    shown: ['text: Dana Lee', 'text: Mobile', `icon: ${number}`, 'text: Show', `text: ${number}`],
  },
  'links that dial or write': {
    html: '<a href="tel:+14155550132">a</a><a href="callto:+14155550132">b</a><a href="sms:+14155550132">c</a><a href="sip:+14155550132@pbx.example">d</a><a href="mailto:dana@example.com">e</a>',
    shown: [
      'tel: tel:+14155550132',
      'text: a',
      'tel: callto:+14155550132',
      'text: b',
      'tel: sms:+14155550132',
      'text: c',
      'tel: sip:+14155550132@pbx.example',
      'text: d',
      'mail: dana@example.com',
      'text: e',
    ],
  },
  'a link in a drawing': {
    html: '<svg><a href="tel:+14155550132"><text y="20">Call</text></a></svg><svg><a xlink:href="tel:+14155550133"><text y="20">Call</text></a></svg>',
    shown: ['tel: tel:+14155550132', 'tel: tel:+14155550133'],
  },
  'a number that only dials': {
    html: '<h1>Dana Lee</h1><p><a href="sip:+14155550132@pbx.example" aria-label="Call Dana Lee"></a></p>',
    phone: '+14155550132',
  },
  microdata: {
    html: `<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Dana Lee</b> <span itemprop="telephone">${number}</span></div>`,
    name: 'Dana Lee',
    phone: number,
  },
  'microdata that is not on the screen': {
    html: '<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Dana Lee</b><meta itemprop="telephone" content="+14155550132"><span itemprop="telephone" content="+14155550133">Call</span></div><div hidden><meta itemprop="telephone" content="+14155550134"></div>',
    shown: ['text: Dana Lee', 'text: +14155550132', 'text: +14155550133', 'text: Call'],
    aside: ['+14155550134'],
  },
  'an h-card': {
    html: `<div class="card h-card big"><span class="p-name">Dana Lee</span> <span class="p-tel">${number}</span></div>`,
    name: 'Dana Lee',
    phone: number,
  },
  'a vCard with the parts of a name': {
    html: `<div class="vcard"><span class="n"><span class="given-name">Dana</span> <span class="family-name">Lee</span></span> <span class="tel">${number}</span></div>`,
    name: 'Dana Lee',
    phone: number,
  },
  'JSON-LD': {
    html: `<script type="application/ld+json">{"@type":"Person","name":"Dana Lee","telephone":"+1 415 555 0132"}</script><h1>Dana Lee</h1><p>${number}</p>`,
    name: 'Dana Lee',
    phone: number,
  },
  'what is not shown': {
    html: [
      '<p style="display:none">none</p>',
      '<p style="visibility:hidden">invisible</p>',
      '<p hidden>attribute</p>',
      '<p style="opacity:0">clear</p>',
      '<details><summary>More</summary>folded</details>',
      '<p aria-hidden="true">unheard</p>',
      '<p inert>dead</p>',
      '<p style="content-visibility:hidden"><b>skipped</b></p>',
      '<p style="display:contents">through</p><p>plain</p>',
    ].join(''),
    shown: ['text: More', 'text: through', 'text: plain'],
    aside: ['none', 'invisible', 'attribute', 'clear', 'folded', 'unheard', 'dead', 'skipped'],
  },
  'views that their place keeps out of sight': {
    html: [
      kept('position:absolute;left:-9999px', 'Ana Souza'),
      kept('position:absolute;top:-9999px', 'Jens Holm'),
      kept('position:fixed;inset:0;transform:translateX(-200%)', 'Omar Haddad'),
      kept('position:fixed;inset:0;transform:translateY(110%)', 'Mei Lin'),
      kept('overflow:hidden', 'Tom Okafor', 'position:relative;left:200%'),
      kept('height:0;overflow:hidden', 'Priya Nair'),
      kept('max-width:0;overflow:clip', 'Femi Ade'),
      kept('clip-path:inset(0 100% 0 0)', 'Lin Wei'),
      kept('clip-path:circle(0)', 'Ida Berg'),
      kept('position:absolute;clip:rect(0,0,0,0)', 'Eva Roth'),
      card,
    ].join(''),
    name: 'Dana Lee',
    phone: number,
    aside: [...['Ana', 'Jens', 'Omar', 'Mei', 'Tom', 'Priya', 'Femi', 'Lin', 'Ida', 'Eva'], '.*555-0177'],
  },
  'what is scrolled away, cut at an edge, or said to those who hear the page': {
    html: `<style>.heard{position:absolute;width:1px;height:1px;clip:rect(0,0,0,0);overflow:hidden}</style><div id="pane" style="height:200px;width:300px;overflow:auto"><div style="height:3000px;width:3000px">${card}</div></div><div style="position:absolute;top:2900px">${kept('clip-path:inset(10%)', 'Ana')}</div><p class="heard">Jens</p><div style="height:0">${kept('height:0', 'Omar')}</div><script>pane.scrollTop = pane.scrollLeft = 2000; scrollTo(0, 1500)</script>`,
    shown: [
      'text: Dana Lee',
      'text: Mobile',
      `text: ${number}`,
      'text: Ana',
      'text: Mobile',
      'text: (415) 555-0177',
      'text: Jens',
      'text: Omar',
      'text: Mobile',
      'text: (415) 555-0177',
    ],
  },
  'an open <details>': { html: `<details open><summary>More</summary>${card}</details>`, phone: number },
  'a grid': {
    html: `<h1>Missed calls</h1><div role="grid"><div role="row"><b role="columnheader">Caller</b><b role="columnheader">Phone</b><b role="columnheader">Time</b></div>${[
      ['Dana Lee', number],
      ['Omar Haddad', '(415) 555-0177'],
      ['Ana Souza', '(415) 555-0188'],
    ]
      .map(
        ([who, phone], at) =>
          `<div role="row"><i role="gridcell">${who}</i><i role="gridcell">${phone}</i><i role="gridcell">1${at}:05</i></div>`,
      )
      .join('')}</div>`,
    rows: [
      ['Dana Lee', '+14155550132'],
      ['Omar Haddad', '+14155550177'],
      ['Ana Souza', '+14155550188'],
    ],
  },
  cards: {
    html: `<h1>Missed calls</h1><ul>${[
      ['Dana Lee', `${number} x9`],
      ['Omar Haddad', '(415) 555-0177'],
      ['Ana Souza', '(415) 555-0188'],
    ]
      .map(([who, phone], at) => `<li><h3>${who}</h3><p>${phone}</p><time>today 1${at}:05</time></li>`)
      .join('')}</ul>`,
    rows: [
      ['Dana Lee', '+14155550132 x9'],
      ['Omar Haddad', '+14155550177'],
      ['Ana Souza', '+14155550188'],
    ],
  },
  'a list that draws what is in sight, cells apart from names': {
    html: `<h1>Missed calls</h1><div role="grid"><div>${['Dana Lee', 'Omar Haddad', 'Ana Souza']
      .map(
        (who, at) =>
          `<div role="row" aria-rowindex="${at + 40}"><i role="gridcell" aria-colindex="1">${who}</i></div>`,
      )
      .join('')}</div><div>${[number, '(415) 555-0177', '(415) 555-0188']
      .map(
        (phone, at) =>
          `<div role="row" aria-rowindex="${at + 40}"><i role="gridcell" aria-colindex="2">${phone}</i><i role="gridcell" aria-colindex="3">today 1${at}:05</i></div>`,
      )
      .join('')}</div></div>`,
    rows: [
      ['Dana Lee', '+14155550132'],
      ['Omar Haddad', '+14155550177'],
      ['Ana Souza', '+14155550188'],
    ],
  },
};

/** @param bench a browser that serves `elsewhere` */
export function readsFeatures(bench: () => Bench): void {
  const address = 'https://features.example/records/1';
  const read = async (html: string): Promise<FrameEvidence[]> => {
    await bench().open(address, `<!doctype html><html lang="en"><title></title><body>${html}`);
    return parseFrames(await bench().read()).frames;
  };

  describe('the page reader reads', () => {
    for (const [name, feature] of Object.entries(features)) {
      it(name, async () => {
        const frames = await read(feature.html);
        const shown = frames.flatMap(shownLeaves);
        if (feature.shown) expect(shown).toEqual(feature.shown);
        for (const text of feature.aside ?? []) expect(shown.join('\n')).not.toMatch(new RegExp(`: ${text}`));
        const found = chooseCaller(frames, { defaultCountry: 'US', now: Date.now(), zone: 'UTC' });
        if (feature.name) expect(found.name.chosen?.value).toBe(feature.name);
        if (feature.phone)
          expect(found.phone.chosen?.value ?? found.phone.candidates[0]?.value).toBe(feature.phone);
        if (feature.rows) {
          const rows = found.callers.map(({ name: who, phone }) => [
            who,
            phone && [phone.e164, phone.extension].filter(Boolean).join(' x'),
          ]);
          expect(rows).toEqual(feature.rows);
        }
      });
    }

    it('tells of every document shown in the page, and whose those are it may not enter', async () => {
      const shown = `<iframe src="${other}"></iframe><iframe src="about:blank" name="moved"></iframe><iframe srcdoc="own"></iframe><object data="${other}" type="text/html"></object><object data="x.svg" type="image/svg+xml"></object><iframe src="https://counter.example/" hidden></iframe><script>moved.location = '${other}moved'</script>`;
      const [top] = await read(shown);
      expect(top).toMatchObject({ foreign: [other.slice(0, -1)], inside: 4 });
      const [set] = await read(
        `<script>document.documentElement.innerHTML = '<frameset cols="*,*"><frame src="${other}"><frame src="about:blank"></frameset>'</script>`,
      );
      expect(set).toMatchObject({ foreign: [other.slice(0, -1)], inside: 2 });
    });

    it('has a frame’s size, without laying out the page around it', async () => {
      const frame = '<iframe width="500" height="300" srcdoc="<p>Dana Lee</p>"></iframe>';
      const innerOf = async (html: string) => (await read(html)).find(({ top }) => !top);
      expect((await innerOf(frame))?.area).toBe(150_000);
      const rows = '<tr><td>one</td><td>two</td><td>three</td></tr>'.repeat(8000);
      const restless =
        '<script>const turn = () => { document.body.style.width = 800 + Math.random() * 400 + "px"; setTimeout(turn); }; turn();</script>';
      const busy = await innerOf(`${frame}<table>${rows}</table>${restless}`);
      expect(busy?.stats.ms).toBeLessThan(20);
    });

    it('keeps within its bytes and says so', async () => {
      const [frame] = await read(`<p>${'word '.repeat(500)}</p>`.repeat(1500));
      const bytes = frame?.leaves.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
      expect(bytes).toBeLessThan(600_000);
      expect(frame?.stats).toMatchObject({ cut: true, stopped: false });
    });
  });
}

/** "kind: text" of each leaf that is shown, whatever is set aside left out. */
function shownLeaves(frame: FrameEvidence): string[] {
  const isAside = (box: number): boolean => {
    for (let at = box; at >= 0; at = frame.boxes[at]?.parent ?? -1) if (frame.boxes[at]?.aside) return true;
    return false;
  };
  return frame.leaves
    .filter((leaf) => !leaf.hidden && !isAside(leaf.box))
    .map(({ kind, text }) => `${kind}: ${text}`);
}
