import { effect, signal } from '@preact/signals';
import type { ImportStep, ImportStore } from './import-store.ts';

/** An import whose code is loaded when a file is first chosen: few who open Options bring one. */
export function createLateImport(load: () => Promise<ImportStore>): ImportStore {
  const step = signal<ImportStep>({ at: 'idle' });
  const fileName = signal('');
  let store: ImportStore | null = null;
  let following = false;
  let latest = 0;

  async function loaded(): Promise<ImportStore> {
    if (store) return store;
    const own = await load();
    // Asked for twice before it was there: the first one stays.
    store ??= own;
    return store;
  }

  function follow(own: ImportStore): void {
    if (following) return;
    following = true;
    effect(() => {
      fileName.value = own.fileName.value;
    });
    effect(() => {
      step.value = own.step.value;
    });
  }

  return {
    step,
    fileName,
    async open(file) {
      latest += 1;
      const mine = latest;
      if (!following) {
        fileName.value = file.name;
        step.value = { at: 'reading', progress: 0 };
      }
      try {
        const own = await loaded();
        if (mine !== latest) return;
        const opening = own.open(file);
        // From here on, where it already reads: what stood here until now is not gone back to.
        follow(own);
        await opening;
      } catch {
        // The browser has taken the extension's own files away, as while it is being updated.
        if (mine === latest) step.value = { at: 'problem', code: 'unreadable', row: null };
      }
    },
    unlock: async (passcode) => store?.unlock(passcode),
    setColumn: (place, field) => store?.setColumn(place, field),
    setHasHeader: (hasHeader) => store?.setHasHeader(hasHeader),
    check: async () => store?.check(),
    write: async (withSettings) => store?.write(withSettings),
    cancel() {
      latest += 1;
      if (following) store?.cancel();
      else step.value = { at: step.value.at === 'reading' ? 'cancelled' : 'idle' };
    },
  };
}
