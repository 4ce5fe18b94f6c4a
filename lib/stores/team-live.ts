import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Repositories } from '../db/open-database.ts';
import type { Callback } from '../domain/callback.ts';
import type { StorageArea } from '../platform/storage.ts';
import { createLiveFile, type LiveCalls, type LiveTaken } from '../team/live-file.ts';

/** What the list shows of the team beside each entry. */
export interface TeamMarks {
  /** True once the server has everything of the entry that is stored here. */
  isSaved: (callbackId: string) => boolean;
  /** Who is on the phone with its caller now, by the name they go by; null for nobody. */
  callerOf: (callbackId: string) => string | null;
}

interface TeamLiveDeps {
  repositories: Pick<Repositories, 'callbacks' | 'watchTables'>;
  /** The browser's session storage. */
  session: StorageArea;
  marks: Signal<TeamMarks | null>;
  open: ReadonlySignal<Callback[]>;
  /** Has the background look whether it is connected. */
  look: () => void;
  every: (ms: number, act: () => void) => void;
  /** Runs something later. */
  after: (ms: number, act: () => void) => void;
  /** Starts the background where it does not run, and tells once when it was ended (lib/platform). */
  holdLine: (onCut: () => void) => void;
  /** Says that somebody else has the entry already. */
  onTaken: (entry: Callback, by: string) => void;
}

/**
 * Firefox ends a background that heard nothing for 30 seconds, connection or not, and a worker that was ended starts
 * with nobody's help at the next sweep only: while a page shows the list it is asked to look, ms.
 */
const lookEvery = 20_000;
/** A worker that was ended is started again at once, one that ends so soon after that only after this, ms. */
const restartAfter = 5_000;

/** Keeps the marks at what is stored and at what the background tells. */
export async function hearOfTeam({
  repositories,
  session,
  marks,
  open,
  onTaken,
  look,
  every,
  after,
  holdLine,
}: TeamLiveDeps): Promise<void> {
  const file = createLiveFile(session);
  let known: { unsent: ReadonlySet<string>; acknowledged: ReadonlySet<string> } | null = null;
  let calls: LiveCalls = [];
  const said = new Set<string>();

  function show(): void {
    if (!known) return;
    const { unsent, acknowledged } = known;
    const names = new Map(calls.map(({ callbackId, member }) => [callbackId, member.name]));
    marks.value = {
      isSaved: (id) => acknowledged.has(id) && !unsent.has(id),
      callerOf: (id) => names.get(id) ?? null,
    };
  }

  /** Once each, and only of entries that are there to be named. */
  function tell(taken: LiveTaken): void {
    for (const { callbackId, name, at } of taken) {
      const key = `${callbackId} ${at}`;
      const entry = open.value.find(({ id }) => id === callbackId);
      if (!entry || said.has(key)) continue;
      said.add(key);
      onTaken(entry, name);
    }
  }

  repositories.watchTables(
    ['outbox', 'synced', 'syncedParts'],
    repositories.callbacks.sentToTeam,
    (now) => {
      known = now;
      show();
    },
    () => {},
  );
  const hear = (now: LiveCalls) => {
    calls = now;
    show();
  };
  // Whoever is not on the list yet is told of once they are.
  const taken = signal(await file.taken());
  effect(() => tell(taken.value));
  file.watch({
    calls: hear,
    taken: (now) => {
      taken.value = now;
    },
  });
  const holdAgain = (): void => {
    let settled = false;
    after(restartAfter, () => {
      settled = true;
    });
    holdLine(() => after(settled ? 0 : restartAfter, holdAgain));
  };
  // The one that runs when a page is opened may have run for hours.
  holdLine(() => after(0, holdAgain));
  look();
  every(lookEvery, look);
  hear(await file.calls());
}
