import { type ReadonlySignal, signal } from '@preact/signals';
import type { FileContents } from '../backup/contents.ts';
import type { ColumnField } from '../backup/header-lexicon.ts';
import { planImport } from '../backup/plan-import.ts';
import { BackupProblem, type ProblemCode, type RefusedRow } from '../backup/problem.ts';
import type { SliceSource } from '../backup/read-text.ts';
import type { PrivateRepositories } from '../db/open-with-privacy.ts';
import { type StorageFailure, storageFailure } from '../db/storage-failure.ts';
import type { Act } from '../domain/compose.ts';
import type { LockRecord } from '../lock/lock-record.ts';
import { unwrapDataKey } from '../lock/passcode.ts';
import { createRowCipher } from '../lock/row-cipher.ts';
import { type CsvPreview, createFileReader, type FileReaderDeps, type OpenedFile } from './import-file.ts';

/** What an import comes to, or came to. */
export interface ImportCounts {
  added: number;
  merged: number;
  unchanged: number;
  refused: RefusedRow[];
  refusedCount: number;
  closedDays: number;
  hasSettings: boolean;
}

/** How far an import is. Nothing is stored before 'writing', and nothing at all unless it ends as 'done'. */
export type ImportStep =
  | { at: 'idle' }
  /** From 0 to 1. */
  | { at: 'reading'; progress: number }
  | { at: 'mapping'; preview: CsvPreview }
  /** A sealed backup asks for its passcode. @param turnsOn a passcode is set here with it */
  | { at: 'passcode'; wrong: boolean; turnsOn: boolean }
  | { at: 'checked'; counts: ImportCounts }
  | { at: 'writing'; progress: number }
  | { at: 'done'; counts: ImportCounts; settingsTaken: boolean }
  | { at: 'cancelled' }
  | { at: 'problem'; code: ProblemCode; row: number | null }
  | { at: 'refused by storage'; failure: StorageFailure };

export interface ImportStore {
  step: ReadonlySignal<ImportStep>;
  fileName: ReadonlySignal<string>;
  /** Reads a file, up to what would become of it. */
  open(file: SliceSource & { name: string }): Promise<void>;
  /** Tries the passcode of a sealed backup. */
  unlock(passcode: string): Promise<void>;
  setColumn(place: number, field: ColumnField | null): void;
  setHasHeader(hasHeader: boolean): void;
  /** Reads the file by the columns chosen. */
  check(): Promise<void>;
  /** Stores what was checked, all or nothing. */
  write(withSettings: boolean): Promise<void>;
  cancel(): void;
}

export interface ImportStoreDeps extends FileReaderDeps {
  backup: Pick<PrivateRepositories['backup'], 'pages' | 'import'>;
  act: () => Act;
  /** The passcode lock of this list. */
  lock: {
    isOn(): Promise<boolean>;
    /** Sets the passcode of a sealed backup here, before anything of it is stored; gives what takes it off again. */
    adopt(record: LockRecord, dataKey: Uint8Array<ArrayBuffer>): Promise<() => Promise<unknown>>;
  };
  /** Takes the settings of a file; false where they are none. */
  takeSettings: (settings: unknown) => Promise<boolean>;
  /** Something was stored. */
  onImported: () => Promise<void>;
}

export function createImportStore(deps: ImportStoreDeps): ImportStore {
  const reader = createFileReader(deps);
  const step = signal<ImportStep>({ at: 'idle' });
  const fileName = signal('');
  let file: SliceSource | null = null;
  let opened: OpenedFile | null = null;
  let contents: FileContents | null = null;
  let dataKey: Uint8Array<ArrayBuffer> | null = null;
  let running = new AbortController();

  /** Runs one step; a later one, or cancelling, takes its place. */
  async function run(work: (signal: AbortSignal) => Promise<ImportStep>): Promise<void> {
    running.abort();
    const mine = new AbortController();
    running = mine;
    let next: ImportStep;
    try {
      next = await work(mine.signal);
    } catch (error) {
      next = failed(error, mine.signal);
    }
    if (running === mine) step.value = next;
  }

  async function check(signal: AbortSignal): Promise<ImportStep> {
    signal.throwIfAborted();
    if (!file || !opened) return { at: 'idle' };
    const { size } = file;
    step.value = { at: 'reading', progress: 0 };
    const read = await reader.read(file, opened, {
      signal,
      onRead: (bytes) => {
        if (!signal.aborted) step.value = { at: 'reading', progress: bytes / size };
      },
    });
    const existing = (await Array.fromAsync(deps.backup.pages())).flat();
    signal.throwIfAborted();
    contents = read;
    return { at: 'checked', counts: countsOf(read, planImport(read.entries, existing, deps.act())) };
  }

  return {
    step,
    fileName,
    open: (chosen) =>
      run(async (signal) => {
        file = chosen;
        fileName.value = chosen.name;
        contents = null;
        step.value = { at: 'reading', progress: 0 };
        opened = await reader.open(chosen, { signal, onRead: () => {} });
        dataKey = null;
        if (opened.format === 'sealed') {
          return { at: 'passcode', wrong: false, turnsOn: !(await deps.lock.isOn()) };
        }
        return opened.format === 'other-csv' ? { at: 'mapping', preview: opened.preview } : check(signal);
      }),
    unlock: (passcode) =>
      run(async (signal) => {
        if (opened?.format !== 'sealed') return { at: 'idle' };
        step.value = { at: 'reading', progress: 0 };
        const key = await unwrapDataKey(opened.record, passcode);
        if (!key) return { at: 'passcode', wrong: true, turnsOn: !(await deps.lock.isOn()) };
        dataKey = key;
        opened = { ...opened, cipher: createRowCipher(key) };
        return check(signal);
      }),
    setColumn(place, field) {
      if (opened?.format !== 'other-csv') return;
      const mapping = opened.preview.mapping.map((one, at) => (at === place ? field : one));
      opened = { format: 'other-csv', preview: { ...opened.preview, mapping } };
      step.value = { at: 'mapping', preview: opened.preview };
    },
    setHasHeader(hasHeader) {
      if (opened?.format !== 'other-csv') return;
      opened = { format: 'other-csv', preview: { ...opened.preview, hasHeader } };
      step.value = { at: 'mapping', preview: opened.preview };
    },
    check: () => run(check),
    write: (withSettings) =>
      run(async (signal) => {
        if (!contents) return { at: 'idle' };
        const { entries, closedDays, settings } = contents;
        step.value = { at: 'writing', progress: 0 };
        // First: what was sealed in the file is never to lie readable on the disk.
        let takeOff: (() => Promise<unknown>) | null = null;
        if (opened?.format === 'sealed' && dataKey && !(await deps.lock.isOn())) {
          takeOff = await deps.lock.adopt(opened.record, dataKey);
        }
        // Planned anew on what is stored at that moment: the list may have changed since it was checked.
        const written = await deps.backup
          .import(
            (existing) => {
              const plan = planImport(entries, existing, deps.act());
              return { ...plan, callbacks: plan.write, closedDays };
            },
            {
              signal,
              onProgress: (done, all) => {
                step.value = { at: 'writing', progress: done / all };
              },
            },
          )
          .catch(async (error) => {
            // Cancelled, or the disk is full: nothing of the file stays, its passcode neither.
            await takeOff?.();
            throw error;
          });
        const counts = countsOf(contents, written);
        const settingsTaken = withSettings && (await deps.takeSettings(settings));
        await deps.onImported();
        contents = null;
        return { at: 'done', counts, settingsTaken };
      }),
    cancel() {
      const busy = step.value.at === 'reading' || step.value.at === 'writing';
      running.abort();
      // What is being written decides itself whether it was too late to stop.
      if (step.value.at !== 'writing') {
        running = new AbortController();
        step.value = { at: busy ? 'cancelled' : 'idle' };
        contents = null;
      }
    },
  };
}

function countsOf(
  { refused, refusedCount, closedDays, settings }: FileContents,
  { added, merged, unchanged }: { added: number; merged: number; unchanged: number },
): ImportCounts {
  return {
    added,
    merged,
    unchanged,
    refused,
    refusedCount,
    closedDays: closedDays.length,
    hasSettings: settings !== null,
  };
}

function failed(error: unknown, signal: AbortSignal): ImportStep {
  if (error instanceof BackupProblem) return { at: 'problem', code: error.code, row: error.row };
  return signal.aborted ? { at: 'cancelled' } : { at: 'refused by storage', failure: storageFailure(error) };
}
