import { type ReadonlySignal, signal } from '@preact/signals';
import { writeJson } from '../backup/json-file.ts';
import { type BackupState, backupFileName } from '../backup/schedule.ts';
import { type SealedItem, writeSealed } from '../backup/sealed-file.ts';
import { toBlob } from '../backup/to-blob.ts';
import type { PrivateRepositories } from '../db/open-with-privacy.ts';
import { type Callback, CallbackSchema } from '../domain/callback.ts';
import type { ImportStore, ImportStoreDeps } from './import-store.ts';
import { createLateImport } from './late-import.ts';

/** What came of the last thing done here. */
export type BackupNews =
  | { kind: 'none' }
  | { kind: 'exported'; fileName: string; callbacks: number }
  /** Some rows are stored in a shape nobody knows: they were left out of the rescue. */
  | { kind: 'rescued'; fileName: string; callbacks: number; leftOut: number }
  | { kind: 'failed'; why: string }
  | { kind: 'daily refused' };

/** Backups by hand, the daily one, and what comes back in. */
export interface BackupStore {
  state: ReadonlySignal<BackupState | null>;
  news: ReadonlySignal<BackupNews>;
  exporting: ReadonlySignal<boolean>;
  import: ImportStore;
  /** @param format 'sealed' can be opened with the passcode alone, where one is set */
  exportFile(format: 'json' | 'csv' | 'sealed'): Promise<void>;
  /** Writes what is stored to a file where the list itself cannot be opened. */
  rescue(): Promise<void>;
  /** Turns the daily backup on or off. Call it in the click: the browser asks. */
  setDaily(on: boolean): Promise<void>;
  stop(): void;
}

export interface BackupStoreDeps extends ImportStoreDeps {
  backup: PrivateRepositories['backup'];
  storedCallbacks: PrivateRepositories['storedCallbacks'];
  storedLock: PrivateRepositories['storedLock'];
  /** What gives an entry with the name its owner goes by now: a spreadsheet says whose one is as the list does. */
  presentNames: () => Promise<(entry: Callback) => Callback>;
  file: {
    load(): Promise<BackupState>;
    update(changes: Partial<BackupState>): Promise<void>;
    watch(listener: (state: BackupState) => void): () => void;
  };
  now: () => number;
  /** Hands a file to the browser to keep. */
  save: (name: string, file: Blob) => void;
  requestDownload: () => Promise<boolean>;
  giveUpDownload: () => Promise<void>;
  /** The daily backup was turned on: it is due now. */
  onDaily: () => void;
}

export function createBackupStore(deps: BackupStoreDeps): BackupStore {
  const state = signal<BackupState | null>(null);
  const news = signal<BackupNews>({ kind: 'none' });
  const exporting = signal(false);
  const stop = deps.file.watch((changed) => {
    state.value = changed;
  });
  deps.file.load().then((loaded) => {
    state.value ??= loaded;
  });

  async function busy(work: () => Promise<BackupNews>): Promise<void> {
    if (exporting.value) return;
    exporting.value = true;
    news.value = { kind: 'none' };
    try {
      news.value = await work();
    } catch (error) {
      news.value = { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
    } finally {
      exporting.value = false;
    }
  }

  async function writeFile(
    format: 'json' | 'csv',
    pages: AsyncIterable<readonly Callback[]>,
    closedDays: Parameters<typeof writeJson>[0]['closedDays'],
  ): Promise<{ fileName: string; callbacks: number }> {
    const now = deps.now();
    let callbacks = 0;
    const named = format === 'csv' ? await deps.presentNames() : (entry: Callback) => entry;
    async function* counted() {
      for await (const page of pages) {
        callbacks += page.length;
        yield page.map(named);
      }
    }
    const fileName = backupFileName(format, now, deps.zone());
    const blob =
      format === 'json'
        ? await toBlob(
            writeJson({ callbacks: counted(), closedDays, settings: deps.settings(), now }),
            'application/json',
          )
        : await toBlob((await deps.loadCsv()).writeCsv(counted()), 'text/csv');
    deps.save(fileName, blob);
    return { fileName, callbacks };
  }

  /** Rows go out as they lie in the database. */
  async function writeSealedFile(
    lock: unknown,
    pages: {
      callbacks: AsyncIterable<readonly SealedItem[]>;
      closedDays: AsyncIterable<readonly SealedItem[]>;
    },
  ): Promise<{ fileName: string; callbacks: number }> {
    const now = deps.now();
    let callbacks = 0;
    async function* counted() {
      for await (const page of pages.callbacks) {
        callbacks += page.length;
        yield page;
      }
    }
    const fileName = backupFileName('json', now, deps.zone());
    const source = { lock, ...pages, callbacks: counted(), settings: deps.settings(), now };
    deps.save(fileName, await toBlob(writeSealed(source), 'application/json'));
    return { fileName, callbacks };
  }

  return {
    state,
    news,
    exporting,
    import: createLateImport(async () => (await import('./import-store.ts')).createImportStore(deps)),
    exportFile: (format) =>
      busy(async () => {
        const { backup } = deps;
        const written =
          format === 'sealed'
            ? await writeSealedFile(await deps.storedLock(), {
                callbacks: backup.sealedPages('callbacks'),
                closedDays: backup.sealedPages('closedDays'),
              })
            : await writeFile(format, backup.pages(), await backup.closedDays());
        await deps.file.update({ lastAt: deps.now() });
        return { kind: 'exported', ...written };
      }),
    rescue: () =>
      busy(async () => {
        const rows = await deps.storedCallbacks();
        const lock = await deps.storedLock();
        if (lock !== null) {
          const items = rows.flatMap((row) => sealedItem(row) ?? []);
          const pages = { callbacks: onePage(items), closedDays: onePage<SealedItem>([]) };
          const sealed = await writeSealedFile(lock, pages);
          return { kind: 'rescued', ...sealed, leftOut: rows.length - items.length };
        }
        const readable = rows.flatMap((row) => CallbackSchema.safeParse(row).data ?? []);
        const written = await writeFile('json', onePage(readable), []);
        return { kind: 'rescued', ...written, leftOut: rows.length - readable.length };
      }),
    async setDaily(on) {
      if (on && !(await deps.requestDownload())) {
        news.value = { kind: 'daily refused' };
        return;
      }
      await deps.file.update({ daily: on, dailyTriedAt: null, dailyProblem: null });
      if (on) deps.onDaily();
      else await deps.giveUpDownload();
    },
    stop,
  };
}

async function* onePage<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
  yield items;
}

function sealedItem(row: unknown): SealedItem | null {
  const { id, sealed } = (row ?? {}) as { id?: unknown; sealed?: unknown };
  return typeof id === 'string' && sealed instanceof Uint8Array
    ? { key: id, sealed: sealed.toBase64() }
    : null;
}
