import type { ComponentChild } from 'preact';
import { CareNotice } from '../../../components/CareNotice.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Review } from '../../../components/review/Review.tsx';
import type { Callback } from '../../../lib/domain/callback.ts';
import type { CareNotice as Care } from '../../../lib/stores/care-store.ts';
import type { TeamSync } from '../../../lib/stores/team-sync.ts';
import { anEmptyPage, aPage, candidate, chosen, row, wish } from '../unit/capture.ts';
import { aCallback, idAt, phone, promise, wednesday } from '../unit/entries.ts';
import type { PanelSetup } from '../unit/panel.ts';
import { panelServices, popupServices } from '../unit/services.ts';
import { care } from './care.ts';
import { day, hour, longOnes, many, minute } from './entries.ts';
import { insightPages } from './insight-scenes.tsx';
import { optionPages } from './option-scenes.tsx';
import { firstMinute, pages } from './page-scenes.tsx';
import { Controls, Fields, Signs } from './samples.tsx';
import { syncs, teamPages } from './team-scenes.tsx';

/** One state of one screen: what is drawn, and what an agent then does to it. */
interface Scene {
  screen: ComponentChild;
  after?: (root: HTMLElement) => Promise<void>;
}

type Services = Awaited<ReturnType<typeof panelServices>>;
type Act = (services: Services, root: HTMLElement) => Promise<unknown> | unknown;

const settled = (ms = 60) => new Promise<void>((go) => setTimeout(go, ms));

/** The whole panel with these entries. @param act what the agent does in it */
function panel(
  entries: Partial<Callback>[],
  act?: Act,
  more: { care?: Care; setup?: PanelSetup; first?: ComponentChild } = {},
) {
  return async (): Promise<Scene> => {
    const services = await panelServices(more.setup);
    if (more.setup) services.people.value = [me, alex];
    await services.callbacks.add(entries.map((changes, at) => aCallback({ id: idAt(at + 50), ...changes })));
    await services.callbacks.loaded;
    await settled();
    const notices = more.care ? <CareNotice care={care(more.care)} onBackUp={() => {}} /> : null;
    return {
      screen: <Panel services={services} shownId={null} notices={notices} firstMinute={more.first} />,
      after: async (root) => {
        await settled();
        await act?.(services, root);
        await settled(140);
      },
    };
  };
}

function review(entries: Partial<Callback>[], setup?: PanelSetup) {
  return async (): Promise<Scene> => {
    // As in a window of its own, which may be any width; the toolbar's pop-up asks for one.
    document.documentElement.classList.add('own-window');
    const services = popupServices(setup);
    if (setup) services.people.value = [me, alex];
    await services.callbacks.add(entries.map((changes, at) => aCallback({ id: idAt(at + 50), ...changes })));
    await services.callbacks.loaded;
    await settled(150);
    return { screen: <Review services={services} />, after: () => settled(140) };
  };
}

function reviewWhile(state: 'loading' | 'failed') {
  return async (): Promise<Scene> => {
    document.documentElement.classList.add('own-window');
    const services = popupServices();
    const callbacks = { ...services.callbacks, state: { value: state } as never };
    return { screen: <Review services={{ ...services, callbacks }} /> };
  };
}

function press(root: HTMLElement, selector: string): void {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  found.click();
}

const captured: Act = async ({ engine, capture }) => {
  engine.shows(
    aPage({
      name: chosen(candidate('Rosalind Okafor')),
      phone: {
        chosen: null,
        candidates: [
          candidate('+1 415 555 0176', { confidence: 0.5 }),
          candidate('+1 415 555 0100', { confidence: 0.4 }),
        ],
      },
      // Two more calls beside the one in hand.
      callers: [row('Ana Souza', '+14155550177', wednesday), row(null, '+14155550188', wednesday)],
    }),
  );
  await capture.handle(wish());
};

const typed: Act = ({ draft }) => {
  draft.type('callerName', 'Rosalind Okafor', null);
  draft.type('phone', '+1 415 555 0176', null);
  draft.type('reason', 'Invoice was paid twice, wants the refund confirmed', null);
  draft.type('promisedTime', 'before 4 pm', null);
};

const me = { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Sam Agent' };
const alex = {
  id: '01890a5d-ac96-774b-bcce-b302099a8058',
  name: 'Alexandrina Featherstonehaugh-Wolkenstein',
};
const robin = { id: '01890a5d-ac96-774b-bcce-b302099a8059', name: 'Robin' };
const inTeam: PanelSetup = { settings: { memberId: me.id } };
const shared: Partial<Callback>[] = day.map((one, at) => ({
  ...one,
  owner: [me, alex, null, robin][at % 4] ?? null,
}));
const twice: Partial<Callback>[] = [
  { callerName: 'Dana Lee', owner: alex, phone: phone(), reason: 'Boiler leaks' },
  { callerName: 'Dana Lee', owner: me, phone: phone(), reason: 'Wants an invoice' },
  { callerName: 'Bartholomew Featherstonehaugh', owner: alex, phone: phone('+14155550177') },
  { callerName: 'Reception', owner: me, phone: phone('+14155550177'), reason: 'Asks for the engineer' },
];

/** Keeping in step stands like this. */
const kept =
  (sync: TeamSync): Act =>
  (services) => {
    services.sync.value = sync;
  };

/** Every scene by its name; the page of the gallery and its pictures go by this list. */
export const scenes: Record<string, () => Promise<Scene>> = {
  controls: async () => ({ screen: <Controls /> }),
  fields: async () => ({ screen: <Fields /> }),
  signs: async () => ({ screen: <Signs /> }),
  'panel loading': async () => {
    const services = await panelServices();
    const waiting = { ...services.callbacks, state: { value: 'loading' } as never };
    return { screen: <Panel services={{ ...services, callbacks: waiting }} shownId={null} /> };
  },
  'panel empty': panel([]),
  'panel first minute': panel([], undefined, { first: firstMinute() }),
  'panel failed': async () => {
    const services = await panelServices();
    const broken = { ...services.callbacks, state: { value: 'failed' } as never };
    return { screen: <Panel services={{ ...services, callbacks: broken }} shownId={null} /> };
  },
  'panel a day': panel(day),
  'panel long texts': panel(longOnes),
  'panel 1,000 rows': panel(many),
  'panel all done': panel(day.filter(({ status }) => status === 'completed')),
  'panel nothing found': panel(day, ({ longList }) => longList.setSearch('zebra')),
  'panel found': panel(day, ({ longList }) => longList.setSearch('tobias')),
  'panel storage refused': panel([], undefined, { care: { kind: 'storage', failure: 'unavailable' } }),
  'panel list lost': panel([], undefined, { care: { kind: 'lost' } }),
  'panel nearly full': panel(day, undefined, { care: { kind: 'nearly full', megabytes: 38 } }),
  'panel back up': panel(day, undefined, { care: { kind: 'backup' } }),
  'menu of the list': panel(day, (_, root) => press(root, '.list-ways .menu-place button')),
  'menu of an entry': panel(day, (_, root) => press(root, '.entry .menu-place button')),
  'menu of the last entry': panel(day.slice(0, 2), (_, root) => {
    [...root.querySelectorAll<HTMLElement>('.entry .menu-place button')].at(-1)?.click();
  }),
  'form filled': panel([], typed),
  'form captured': panel([], captured),
  'form same caller': panel(
    [{ callerName: 'Rosalind Okafor', phone: phone('+14155550176') }],
    async (services) => {
      typed(services, document.body);
      await settled(100);
      await services.form.save();
    },
  ),
  'form with problems': panel([], async ({ draft, form }) => {
    draft.type('promisedTime', 'whenever it suits', null);
    draft.type('phone', 'unknown', null);
    draft.type('reason', 'call', null);
    await settled(100);
    await form.save();
  }),
  'form saved': panel([], async (services) => {
    typed(services, document.body);
    await settled(100);
    await services.form.save();
  }),
  'callers on a page': panel([{ callerName: 'Ana', phone: phone() }], async ({ engine, capture }) => {
    const callers = [
      row('Ana', '+14155550132', wednesday - minute),
      row(null, '+14155550199'),
      row('Maximiliana Wolkenstein-Featherstonehaugh of Upper Brackenbury', '+442079460958'),
      row('Cy', null),
    ];
    engine.shows(anEmptyPage({ callers }));
    await capture.handle(wish());
  }),
  'callers, most of them answered': panel([], async ({ engine, capture }) => {
    const callers = Array.from({ length: 9 }, (_, at) => ({
      ...row(
        at % 4 === 3 ? null : `Caller ${at + 1} of Harbor Point`,
        `+1415555017${at}`,
        wednesday - at * hour,
      ),
      missed: at % 3 === 0,
    }));
    engine.shows(anEmptyPage({ callers, notices: [{ code: 'stopped-early' }] }));
    await capture.handle(wish());
  }),
  'form, two readings of a number': panel([], async ({ engine, capture }) => {
    const shown = '06 12 34 56 78';
    engine.shows(
      aPage({
        name: chosen(candidate('Chloé Dubois')),
        phone: {
          chosen: null,
          candidates: [
            candidate(shown, { e164: '+33612345678', confidence: 0.5 }),
            candidate(shown, { e164: '+4961234567', confidence: 0.4 }),
            candidate('+33 1 70 18 99 00', { e164: '+33170189900', confidence: 0.2 }),
          ],
        },
      }),
    );
    await capture.handle(wish());
  }),
  'form, where it came from': panel([], async ({ engine, capture }, root) => {
    engine.shows(
      aPage({
        phone: {
          chosen: candidate('415.555.0132', { e164: '+14155550132' }),
          candidates: [
            candidate('415.555.0132', { e164: '+14155550132' }),
            candidate('415.555.0177', { e164: '+14155550177', confidence: 0.4 }),
            candidate('415.555.0178', { e164: '+14155550178', confidence: 0.3 }),
          ],
        },
        reasonSuggestion: { text: 'Boiler makes a noise since the last service', from: 'subject' },
      }),
    );
    await capture.handle(wish());
    await settled(100);
    for (const more of root.querySelectorAll<HTMLDetailsElement>('details.finds')) more.open = true;
  }),
  'page read in part': panel([], async ({ engine, capture }) => {
    const origin = 'https://telephony.widgets.example-cloud.com';
    const notices = [{ code: 'frame-skipped' as const, origin }, { code: 'frame-skipped' as const }];
    engine.shows(anEmptyPage({ notices }));
    await capture.handle(wish());
  }),
  'access is not given': panel(day.slice(0, 2), ({ capture }) =>
    capture.handle({ ...wish(), reading: { ok: false, why: 'no-access' } }),
  ),
  'nobody on the page': panel([], async ({ engine, capture }) => {
    engine.shows(anEmptyPage());
    await capture.handle(wish());
  }),
  'entry edited': panel(day, (_, root) => press(root, '.entry-name')),
  'entry edited, no escalation': panel(day.slice(1), (_, root) => press(root, '.entry-name')),
  'entry in call': panel(day, async (_, root) => {
    press(root, '.entry-tools .icon-button');
    await settled(150);
  }),
  'entry after a call': panel(day, async (_, root) => {
    press(root, '.entry-tools .icon-button');
    await settled(200);
    press(root, '.outcomes [data-outcome="4"]');
    await settled(900);
  }),
  'entry waits for an answer': panel([
    {
      callerName: 'Nguyễn Thị Hồng Nhung',
      status: 'waiting on internal answer',
      promise: promise(null, wednesday + 5 * minute),
    },
  ]),
  'next call': panel(day, ({ showNextCall }) => showNextCall(true)),
  'next call, nobody': panel([], ({ showNextCall }) => showNextCall(true)),
  'review of a day': review(day),
  'review, nothing left': review([]),
  'review loading': reviewWhile('loading'),
  'review failed': reviewWhile('failed'),
  'review of long texts': review(longOnes),
  'review of 1,000 rows': review(many),
  'review of a team': review(shared, inTeam),
  'twice on the list': panel(twice, undefined, { setup: inTeam }),
  'team’s list is read': panel(shared, kept(syncs.read), { setup: inTeam }),
  'team out of reach': panel(shared, kept(syncs.offline), { setup: inTeam }),
  'team refused': panel(shared, kept(syncs.refused), { setup: inTeam }),
  ...Object.fromEntries(
    Object.entries({ ...pages, ...optionPages, ...insightPages, ...teamPages }).map(([name, draw]) => [
      name,
      async () => ({ screen: await draw(), after: () => settled(100) }),
    ]),
  ),
};
