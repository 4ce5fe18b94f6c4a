import { useRef, useState } from 'preact/hooks';
import { checkPromise } from '../../lib/domain/promise-check.ts';
import type { PromisedTimeReading } from '../../lib/domain/promised-time/types.ts';
import { timeContext } from '../../lib/stores/read-draft.ts';
import { useList } from '../app-context.ts';

interface Read {
  words: string;
  reading: PromisedTimeReading;
}

/** A promised time typed in words: read live, and once more where it is taken faster than it was read. */
export function usePromisedTime() {
  const { settings, clock, loadReaders } = useList();
  const [shown, setShown] = useState<PromisedTimeReading | null>(null);
  const last = useRef<Read | null>(null);

  const show = (read: Read | null) => {
    last.current = read;
    setShown(read?.reading ?? null);
  };
  const read = async (words: string): Promise<PromisedTimeReading> => {
    const { readPromisedTime } = await loadReaders();
    const context = { settings: settings.settings.value, rules: settings.rules.value };
    const reading = readPromisedTime(words, timeContext(clock.now.value, context));
    show({ words, reading });
    return reading;
  };

  return {
    /** What is shown as understood or asked; null while nothing was read. */
    reading: shown,
    read,
    forget: () => show(null),
    /** What these words mean, now that they are to be taken. */
    meaning: async (words: string): Promise<PromisedTimeReading> => {
      const reading = last.current?.words === words ? last.current.reading : await read(words);
      if (reading.kind !== 'understood') return reading;
      // What was read stays what is meant, unless it has passed while it stood in the field.
      if (checkPromise(reading.window, settings.rules.value, clock.now.value) !== 'in-the-past')
        return reading;
      const passed: PromisedTimeReading = { kind: 'question', why: 'in-the-past', choices: [] };
      show({ words, reading: passed });
      return passed;
    },
  };
}
