import type { ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Callback } from '../domain/callback.ts';
import { calendarSlot, dayList } from '../domain/day-list.ts';
import type { DayRules } from '../domain/due.ts';
import type { CallbacksStore } from './callbacks-store.ts';
import type { ClockStore } from './clock-store.ts';
import type { ShareTools } from './share-tools.ts';
import type { StatusStore } from './status-store.ts';

/** As what callbacks are put on the clipboard. */
export type CopyFormat = 'text' | 'markdown' | 'html';

/** Callbacks on their way into other tools; each says in the status line what became of it. */
export interface ShareStore {
  copyDay(format: CopyFormat): Promise<void>;
  copyOne(callback: Callback, format: CopyFormat): Promise<void>;
  /** Saves a calendar file of what is due today at some time. */
  calendarOfDay(): Promise<void>;
  calendarOf(callback: Callback): Promise<void>;
  /** Shows the day's list on a page made for paper. */
  printDay(): void;
}

export interface ShareStoreDeps {
  callbacks: Pick<CallbacksStore, 'open'>;
  rules: ReadonlySignal<DayRules>;
  clock: Pick<ClockStore, 'now'>;
  status: StatusStore;
  /** The formats with their words, fetched when something is to go out. */
  loadTools: () => Promise<ShareTools>;
  copyText: (text: string) => Promise<void>;
  /** Puts both forms of the same on the clipboard; rejects where the browser refuses. */
  copyHtml: (html: string, text: string) => Promise<void>;
  saveFile: (name: string, file: Blob) => void;
  openDay: () => void;
}

export function createShareStore(deps: ShareStoreDeps): ShareStore {
  const { status } = deps;
  const now = () => deps.clock.now.value;
  const today = () => dayList(deps.callbacks.open.value, deps.rules.value, now());

  async function copy(callbacks: readonly Callback[], format: CopyFormat, named: boolean): Promise<void> {
    const rules = deps.rules.value;
    try {
      const tools = await deps.loadTools();
      const title = named ? tools.dayTitle(now(), rules.zone) : '';
      const table = tools.shareTable(callbacks, rules, title);
      if (format === 'html') await deps.copyHtml(tools.asHtml(table), tools.asText(table));
      else await deps.copyText(format === 'text' ? tools.asText(table) : tools.asMarkdown(table));
      const [first] = callbacks;
      status.say(i18n.t('share.copied', [title || (first ? tools.whoWords(first) : '')]));
    } catch {
      status.say(i18n.t('share.notCopied'));
    }
  }

  async function calendar(callbacks: readonly Callback[], name: string): Promise<void> {
    const rules = deps.rules.value;
    try {
      const tools = await deps.loadTools();
      const events = callbacks.flatMap((callback) => {
        const slot = calendarSlot(callback, rules);
        return slot ? [tools.calendarEvent(callback, slot)] : [];
      });
      if (events.length === 0) {
        status.say(i18n.t('share.noTime'));
        return;
      }
      const text = tools.calendarFile(events, now(), tools.language());
      deps.saveFile(name, new Blob([text], { type: 'text/calendar;charset=utf-8' }));
      status.say(i18n.t('share.saved', [name]));
    } catch {
      status.say(i18n.t('share.notSaved'));
    }
  }

  return {
    async copyDay(format) {
      const callbacks = today();
      if (callbacks.length === 0) status.say(i18n.t('share.nothing'));
      else await copy(callbacks, format, true);
    },
    copyOne: (callback, format) => copy([callback], format, false),
    async calendarOfDay() {
      const callbacks = today();
      if (callbacks.length === 0) status.say(i18n.t('share.nothing'));
      else await calendar(callbacks, 'ringback-today.ics');
    },
    calendarOf: (callback) => calendar([callback], 'ringback-callback.ics'),
    printDay: deps.openDay,
  };
}
