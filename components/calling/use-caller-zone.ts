import { useEffect, useState } from 'preact/hooks';
import type { CallerZone } from '../../lib/domain/caller-local-time.ts';

/** Whose clock a number stands under; null while its metadata is being fetched. @param e164 null where doubtful */
export function useCallerZone(e164: string | null): CallerZone | null {
  const [zone, setZone] = useState<CallerZone | null>(null);
  useEffect(() => {
    let gone = false;
    import('../../lib/domain/caller-local-time.ts').then(({ callerZone }) => {
      if (!gone) setZone(callerZone(e164));
    });
    return () => {
      gone = true;
    };
  }, [e164]);
  return zone;
}
