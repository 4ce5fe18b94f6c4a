import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LaterProps {
  /** Brings the component, which needs no props. Called once. */
  load: () => Promise<FunctionComponent>;
}

/** A part of the screen in a chunk of its own: shown when it has come. */
export function Later({ load }: LaterProps) {
  const [Part, setPart] = useState<FunctionComponent | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    load().then((part) => setPart(() => part));
  }, []);
  return Part ? <Part /> : null;
}
