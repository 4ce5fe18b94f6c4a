/**
 * What must not change the answer: shadow roots around the page, an iframe, other class names, tables made of
 * divs, labels in another language, fifty unrelated cards. Each is done to the live page before it is read.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseCaller } from '../../lib/capture/choose-caller.ts';
import { parseFrames } from '../../lib/capture/evidence.ts';
import type { Bench } from '../bench/browser.ts';
import { type CorpusPage, loadCorpus } from '../bench/corpus.ts';

/** Changes to a page, run in it; they use nothing from outside themselves. */
const changes: Record<string, () => void> = {
  'in an open shadow root': () => {
    const host = document.createElement('x-page');
    host.attachShadow({ mode: 'open' }).append(...document.body.childNodes);
    document.body.append(host);
  },
  'in a closed shadow root': () => {
    const host = document.createElement('x-page');
    host.attachShadow({ mode: 'closed' }).append(...document.body.childNodes);
    document.body.append(host);
  },
  'with other class names': () => {
    for (const element of document.querySelectorAll('[class]')) {
      element.className = `k${Math.random().toString(36).slice(2)}`;
    }
  },
  'with tables made of divs': () => {
    for (const element of [...document.querySelectorAll('table,thead,tbody,tr,th,td')].reverse()) {
      const div = document.createElement('div');
      div.append(...element.childNodes);
      element.replaceWith(div);
    }
  },
  'with fifty unrelated cards': () => {
    const main = document.querySelector('main, .page, .main, form') ?? document.body;
    for (let at = 0; at < 50; at++) {
      const card = document.createElement('div');
      card.innerHTML = `<h4>Order 20655${at}0188</h4><p>Shipped 0${(at % 9) + 1}/03/2026, parcel 1Z 248 AA5 49 82${at} 2530</p><span>Total 1,206.5${at % 9}</span>`;
      main.append(card);
    }
  },
};

/** English labels of the fixtures in German. */
const german: Record<string, string> = {
  Mobile: 'Mobiltelefon',
  Fax: 'Telefax',
  Email: 'E-Mail',
  'Customer number': 'Kundennummer',
  'Account number': 'Kontonummer',
  'Account manager': 'Kundenbetreuer',
  'Account owner': 'Besitzer',
  Switchboard: 'Zentrale',
  Name: 'Name',
  Role: 'Funktion',
  Phone: 'Telefon',
  Caller: 'Anrufer',
  From: 'Rufnummer des Anrufers',
  Line: 'Unsere Leitung',
  Agent: 'Bearbeiter',
  Time: 'Uhrzeit',
  'Calling from': 'Anruf von',
  'Number called': 'Angerufene Nummer',
  Contact: 'Kontakt',
  'Incoming call': 'Eingehender Anruf',
  'Unknown caller': 'Unbekannter Anrufer',
};

const pages = await loadCorpus([join(import.meta.dirname, '../fixtures/capture')]);

/** @param bench the browser the pages are changed in */
export function answersAlike(bench: () => Bench): void {
  /** What the agent would get, in short. */
  async function answer(page: CorpusPage): Promise<object> {
    const { frames } = parseFrames(await bench().read());
    const result = chooseCaller(frames, { defaultCountry: page.truth.region, now: Date.now(), zone: 'UTC' });
    return {
      name: result.name.chosen?.value ?? null,
      phone: result.phone.chosen?.e164 ?? null,
      rows: result.callers.map((row) => [row.name, row.phone?.e164]),
    };
  }

  for (const page of pages) {
    describe(page.truth.file, () => {
      let plain: object;

      beforeAll(async () => {
        await bench().open(page.truth.url, page.html);
        plain = await answer(page);
      });

      for (const [name, change] of Object.entries(changes)) {
        it(name, async () => {
          await bench().open(page.truth.url, page.html);
          await bench().page.evaluate(change);
          expect(await answer(page)).toEqual(plain);
        });
      }

      it('in an iframe', async () => {
        const inner = page.html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        await bench().open(
          page.truth.url,
          `<!doctype html><title>Frame</title><iframe width="900" height="700" srcdoc="${inner}"></iframe>`,
        );
        expect(await answer(page)).toEqual(plain);
      });

      if (page.truth.lang === 'en') {
        it('with labels in German', async () => {
          await bench().open(page.truth.url, page.html);
          await bench().page.evaluate((words: Record<string, string>) => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const node = walker.currentNode as Text;
              const word = words[node.data.trim()];
              if (word) node.data = word;
            }
          }, german);
          expect(await answer(page)).toEqual(plain);
        });
      }
    });
  }
}
