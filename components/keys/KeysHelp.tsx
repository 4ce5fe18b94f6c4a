import { useCallback, useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KeysService } from '../../lib/stores/services.ts';
import type { KeysSheet } from './KeysSheet.tsx';

/** True where a key is text: in fields, and where a choice is made by typing. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

/** The way to the list of keys, at the end of the panel and on `?`; `/` leads to the search. */
export function KeysHelp({ keys }: { keys: KeysService }) {
  const [Sheet, setSheet] = useState<{ show: typeof KeysSheet } | null>(null);
  const open = useCallback(async () => {
    const { KeysSheet: show } = await import('./KeysSheet.tsx');
    setSheet({ show });
  }, []);
  const on = keys.singleKeys.value;
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target)) return;
      if (event.key === '?') open();
      else if (event.key === '/') document.querySelector<HTMLElement>('.search input')?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, open]);
  return (
    <footer class="panel-foot">
      <button type="button" class="button quiet" onClick={open}>
        {i18n.t('options.shortcuts')}
        {on ? <kbd>?</kbd> : null}
      </button>
      {Sheet ? <Sheet.show keys={keys} onClose={() => setSheet(null)} /> : null}
    </footer>
  );
}
