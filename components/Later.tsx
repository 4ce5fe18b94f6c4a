import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Something that may come a moment after the page: it is fetched once the page is drawn. */
export function Later({ load }: { load: () => Promise<ComponentChildren> }) {
  const [come, setCome] = useState<ComponentChildren>(null);
  useEffect(() => {
    load().then(setCome);
  }, [load]);
  return come;
}
