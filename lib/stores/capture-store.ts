import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { CallerRow, Candidate, CaptureResult, ReasonSuggestion } from '../capture/types.ts';
import type { Act } from '../domain/compose.ts';
import type { Captured, CaptureField } from '../domain/draft.ts';
import { defaultOwner } from '../domain/settings.ts';
import type { PickedText } from '../platform/pick.ts';
import { saveCallers } from './add-callers.ts';
import type { CallbacksStore } from './callbacks-store.ts';
import {
  type CallerFinderDeps,
  type CaptureEngine,
  createCallerFinder,
  type PageReading,
} from './caller-finder.ts';
import { whoIn, whyNot } from './capture-words.ts';
import type { DraftStore } from './draft-store.ts';
import type { FormStore } from './form-store.ts';
import { isList, otherCallers } from './other-callers.ts';
import type { StatusStore } from './status-store.ts';
import type { UndoStore } from './undo-store.ts';

/** One wish to capture: from the panel's button, a key, the menu or the pop-up. */
export interface CaptureWish {
  how: 'capture' | 'dropped' | 'menu';
  tabId: number | null;
  reading: PageReading;
  /** What was selected when the menu was used, for pages that cannot be read. */
  selection?: string | undefined;
  /** Epoch ms of the key press or click. */
  at: number;
}

/** What capturing found, and what the agent can do with it. */
export interface CaptureStore {
  reading: ReadonlySignal<boolean>;
  /** The last capture, for alternatives and notices. */
  result: ReadonlySignal<CaptureResult | null>;
  /** The reason the page suggests for the callback in the form; null once that is saved, cleared or another's. */
  suggestion: ReadonlySignal<ReasonSuggestion | null>;
  /** A find of the last capture as it stands in the form once it is taken. */
  written(field: CaptureField, candidate: Candidate): string;
  /** True while the help on giving access is open. */
  needsAccess: ReadonlySignal<boolean>;
  /** Callers of a list page. */
  callers: ReadonlySignal<CallerRow[]>;
  /** Others who called, on the page of the caller in the form. */
  others: ReadonlySignal<CallerRow[]>;
  /** Lists them as those of a list page. */
  showOthers(): void;
  handle(wish: CaptureWish): Promise<void>;
  /** Takes another find of the page for a field: a correction, remembered as where it stands. */
  take(field: CaptureField, candidate: Candidate): void;
  /** Lets the agent point at the element that holds a field: a correction, too. */
  pick(field: CaptureField): Promise<void>;
  /** True while the agent points. */
  picking: ReadonlySignal<boolean>;
  /** The field whose picked numbers wait for the agent's choice, null for none. */
  offered: ReadonlySignal<CaptureField | null>;
  /** Saves list rows as missed calls. */
  addCallers(rows: readonly CallerRow[]): Promise<void>;
  dismiss(): void;
}

export interface CaptureStoreDeps extends CallerFinderDeps {
  draft: DraftStore;
  form: FormStore;
  callbacks: Pick<CallbacksStore, 'addAndChange' | 'remove' | 'takeBack' | 'open' | 'loaded'>;
  status: StatusStore;
  undo: UndoStore;
  act: () => Act;
  loadEngine: () => Promise<CaptureEngine>;
  /** Lets the agent point at an element of a tab. */
  pickOnPage: (tabId: number) => Promise<PickedText>;
}

/** The parts of a capture by the fields they fill. */
const findsOf = { callerName: 'name', phone: 'phone', reference: 'reference' } as const;

const noFields = { callerName: '', phone: '', reference: '' };

export function createCaptureStore(deps: CaptureStoreDeps): CaptureStore {
  const { draft, clock, settings, status, callbacks } = deps;
  const find = createCallerFinder(deps);
  const reading = signal(false);
  const result = signal<CaptureResult | null>(null);
  const needsAccess = signal(false);
  const callers = signal<CallerRow[]>([]);
  const beside = signal<CallerRow[]>([]);
  const picking = signal(false);
  const offered = signal<CaptureField | null>(null);
  /** The draft the last capture was put into, "" for none. */
  const filled = signal('');
  const suggestion = computed(() =>
    filled.value === draft.draft.value.id ? (result.value?.reasonSuggestion ?? null) : null,
  );
  const others = computed(() => (filled.value === draft.draft.value.id ? beside.value : []));
  let loaded: CaptureEngine | null = null;

  async function handle(wish: CaptureWish): Promise<void> {
    const engine = await deps.loadEngine();
    loaded = engine;
    filled.value = '';
    callers.value = [];
    beside.value = [];
    offered.value = null;
    result.value = null;
    needsAccess.value = false;
    if (!wish.reading.ok && !wish.selection) {
      needsAccess.value = wish.reading.why === 'no-access';
      status.say(whyNot(wish.reading.why));
      return;
    }
    const found = wish.reading.ok
      ? await find(engine, { frames: wish.reading.frames, tabId: wish.tabId, at: wish.at })
      : null;
    result.value = found;
    if (found && isList(found)) {
      callers.value = found.callers;
      status.say(i18n.t('capture.capturedList', found.callers.length));
      return;
    }
    const captured = capturedFrom(engine, found, wish);
    draft.fill(captured);
    filled.value = draft.draft.value.id;
    beside.value = found ? otherCallers(found) : [];
    if (wish.how === 'dropped') return saveDropped();
    const who = whoIn(captured.fields);
    status.say(who === '' ? i18n.t('capture.nothing') : i18n.t('capture.captured', [who]));
  }

  function capturedFrom(engine: CaptureEngine, found: CaptureResult | null, wish: CaptureWish): Captured {
    const phone = found?.phone.chosen;
    const fields = found
      ? {
          callerName: found.name.chosen?.value ?? '',
          phone: phone ? shownNumber(engine, phone) : '',
          reference: found.reference.chosen?.value ?? '',
        }
      : selectedFields(wish.selection ?? '');
    const web = found && /^https?:/i.test(found.page.url) ? found.page : null;
    return {
      fields,
      record: { tabId: wish.tabId ?? -1, recordKey: found?.page.recordKey ?? '' },
      source: web && { url: web.url, title: web.title, site: web.site },
      at: wish.at,
      dropped: wish.how === 'dropped',
    };
  }

  /** A captured number as the agent would write it, its extension kept. */
  function shownNumber(engine: CaptureEngine, { value, e164, extension }: Candidate): string {
    const whole = extension ? `${e164 ?? value} x${extension}` : (e164 ?? value);
    const read = engine.readPhone(whole, settings.value.defaultCountry);
    return read.kind === 'valid' ? read.shown : value;
  }

  /** Put in as the number it is, whatever country the agent's is; what is none stays as it stands on the page. */
  function written(field: CaptureField, candidate: Candidate): string {
    return field === 'phone' && loaded ? shownNumber(loaded, candidate) : candidate.value;
  }

  /** The last capture, where it is of the page that the form was filled from. */
  function ofThisPage(): CaptureResult | null {
    return result.value?.page.recordKey === draft.draft.value.record?.recordKey ? result.value : null;
  }

  /**
   * Several numbers stand where the agent pointed, or one of two countries: which it is, is for the agent to say.
   * @returns false where there is no capture to offer them with
   */
  function offer(field: CaptureField, finds: Candidate[]): boolean {
    const found = ofThisPage();
    if (!found) return false;
    const { chosen, candidates } = found[findsOf[field]];
    const known = new Set(finds.map((find) => written(field, find)));
    const others = candidates.filter((candidate) => !known.has(written(field, candidate)));
    result.value = { ...found, [findsOf[field]]: { chosen, candidates: [...finds, ...others] } };
    // What the page had given is among them; what the agent typed stays until they choose.
    if (!draft.draft.value.typed.includes(field)) draft.put(field, '');
    offered.value = field;
    return true;
  }

  async function saveDropped(): Promise<void> {
    draft.put('kind', 'disconnected');
    // Also a caller typed by hand on this page, whatever the page itself names.
    const who = whoIn(draft.draft.value.fields);
    if (who === '') {
      status.say(i18n.t('capture.nothingDropped'));
      return;
    }
    const outcome = await deps.form.saveAtOnce();
    if (!outcome.saved) return;
    status.say(i18n.t(outcome.merged ? 'same.mergedDropped' : 'capture.capturedSaved', [who]));
  }

  return {
    reading,
    result,
    suggestion,
    written,
    needsAccess,
    callers,
    others,
    showOthers() {
      callers.value = beside.value;
      beside.value = [];
      status.say(i18n.t('callers.none'));
    },
    picking,
    offered,
    async handle(wish) {
      reading.value = true;
      status.say(i18n.t('capture.reading'));
      try {
        await handle(wish);
      } catch {
        // Whatever a page does to the engine, the agent gets a plain line and a form that still works.
        status.say(i18n.t('capture.failed'));
      } finally {
        reading.value = false;
      }
    },
    take(field, candidate) {
      offered.value = null;
      draft.type(field, written(field, candidate), null);
      void deps.learning.corrected(field, candidate.value);
    },
    async pick(field) {
      const tabId = draft.draft.value.record?.tabId;
      if (tabId === undefined || picking.value) return;
      picking.value = true;
      offered.value = null;
      status.say(i18n.t('capture.pointAtIt'));
      const picked = await deps.pickOnPage(tabId);
      picking.value = false;
      if (!picked.picked) {
        status.say(picked.why === 'gave-up' ? i18n.t('capture.pickedNothing') : whyNot(picked.why));
        return;
      }
      loaded = await deps.loadEngine();
      const home = settings.value.defaultCountry;
      const countries = ofThisPage()?.countries ?? { home, others: [], sure: 'weak' };
      const finds = loaded.pickedFinds(findsOf[field], picked.text, countries);
      const [only] = finds;
      if (!only || (finds.length > 1 && !offer(field, finds))) {
        status.say(i18n.t('capture.pickedNothing'));
      } else if (finds.length > 1) {
        const same = finds.every(({ value }) => value === only.value);
        status.say(
          same ? i18n.t('capture.pickedUnclear') : i18n.t('capture.pickedSeveral', [String(finds.length)]),
        );
      } else {
        const text = written(field, only);
        draft.type(field, text, null);
        status.say(i18n.t('capture.picked', [text]));
        await deps.learning.corrected(field, only.value);
      }
    },
    async addCallers(rows) {
      await callbacks.loaded;
      const page = result.value?.page;
      const saved = await saveCallers(
        {
          rows,
          open: callbacks.open.value,
          owner: defaultOwner(settings.value),
          source:
            page && /^https?:/i.test(page.url) ? { url: page.url, title: page.title, site: page.site } : null,
          act: deps.act(),
          zone: clock.zone.value,
        },
        deps,
      );
      if (saved) callers.value = [];
    },
    dismiss() {
      needsAccess.value = false;
      callers.value = [];
    },
  };
}

/** A selection from a page that cannot be read: a number where it has the digits of one, else a name. */
function selectedFields(selection: string): Captured['fields'] {
  const digits = selection.replace(/\D/g, '').length;
  return digits >= 5 ? { ...noFields, phone: selection } : { ...noFields, callerName: selection };
}
