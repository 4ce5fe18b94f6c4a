import type { ReadonlySignal } from '@preact/signals';
import type { Owner } from '../domain/callback.ts';
import type { NoteInsertion } from '../platform/note.ts';
import type { CallbacksStore } from './callbacks-store.ts';
import type { CaptureStore } from './capture-store.ts';
import type { ClockStore } from './clock-store.ts';
import type { DraftStore } from './draft-store.ts';
import type { FormStore } from './form-store.ts';
import type { LongList } from './long-list.ts';
import type { PageStore } from './page-store.ts';
import type { FormReaders } from './read-draft.ts';
import type { RemindedStore } from './reminded-store.ts';
import type { ReviewStore } from './review-store.ts';
import type { SettingsStore } from './settings-store.ts';
import type { ShareStore } from './share-store.ts';
import type { StatusStore } from './status-store.ts';
import type { TeamMarks } from './team-live.ts';
import type { TeamSync } from './team-sync.ts';
import type { UndoStore } from './undo-store.ts';

/** What the screens of the list and the review have in common. */
export interface ListServices {
  clock: ClockStore;
  settings: SettingsStore;
  callbacks: CallbacksStore;
  status: StatusStore;
  undo: UndoStore;
  /** The members of the agent's team; nobody without one. */
  people: ReadonlySignal<readonly Owner[]>;
  /** What there is to show of the team beside each entry; null without one. */
  team: ReadonlySignal<TeamMarks | null>;
  /** How keeping the list in step stands; null without a team, or while nothing was told yet. */
  sync: ReadonlySignal<TeamSync | null>;
  /** Tells the team that the agent is on the phone with the caller of that entry, or with nobody (null). */
  announceCall: (callbackId: string | null) => void;
  /** The parsers of numbers and times, loaded when first needed. */
  loadReaders: () => Promise<FormReaders>;
  /** Types a line into the field in use on the page in front; says why where it cannot. */
  insertNote: (text: string) => Promise<NoteInsertion>;
  /** Puts text on the clipboard; rejects where the browser refuses. */
  copyText: (text: string) => Promise<void>;
  /** Goes to the page a callback was captured from. */
  openPage: (url: string) => void;
  /** Shows what there is of the caller of an entry, to be forgotten. */
  forgetCaller: (callbackId: string) => void;
}

/** What the side panel is made of. */
export interface PanelServices extends ListServices {
  draft: DraftStore;
  form: FormStore;
  capture: CaptureStore;
  page: PageStore;
  /** The list as it is drawn: searched, filtered, closed ones as far as they are looked at. */
  longList: LongList;
  reminded: RemindedStore;
  /** True while the panel shows one call after the other instead of form and list. */
  nextCall: ReadonlySignal<boolean>;
  showNextCall: (on: boolean) => void;
  /** Pairs of entries that were said to be two callers (lib/domain/doubles.ts). */
  keptApart: ReadonlySignal<ReadonlySet<string>>;
  /** Says that a pair is two callers, or takes that back. */
  keepApart: (pair: string, apart: boolean) => void;
  /** Brings an entry of the list into view. */
  showEntry: (id: string) => void;
  openOptions: () => void;
  share: ShareStore;
  openInsights: () => void;
  openHelp: () => void;
}

/** The keys of browser and panel. */
export interface KeysService {
  /** The browser-wide keys as they are now, '' where there is none. */
  shortcuts: () => Promise<Record<'capture' | 'call-dropped', string>>;
  /** True where keys without Ctrl or Alt work outside of fields. */
  singleKeys: ReadonlySignal<boolean>;
  setSingleKeys: (on: boolean) => void;
}

/** What the toolbar pop-up is made of. */
export interface PopupServices extends ListServices {
  review: ReviewStore;
  /** Opens the panel; call it in the click. Closes the pop-up in most browsers. */
  openPanel: () => void;
  /** Opens the panel and has the page in front captured into it. */
  capturePage: () => void;
  /** Asks for the site of the page in front, null where it cannot be known or is allowed already. */
  allowSite: ReadonlySignal<{ site: string; allow: () => void } | null>;
  openOptions: () => void;
  inCall: ReadonlySignal<boolean>;
  markCall: (inProgress: boolean) => void;
}
