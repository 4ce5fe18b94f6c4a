import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LongList } from '../../lib/stores/long-list.ts';
import { Icon } from '../ui/Icon.tsx';

interface ListSearchProps {
  list: LongList;
  /** True where not all of the list is drawn, so that the browser's own search would miss most of it. */
  isLong: boolean;
}

/** Narrows the list to what fits every word typed; Escape empties it. In a long list it answers the find key, too. */
export function ListSearch({ list, isLong }: ListSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isLong) return;
    const find = (event: KeyboardEvent) => {
      const isFind =
        event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      // Pressed again in here it is the browser's.
      if (!isFind || document.activeElement === field.current) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', find);
    return () => document.removeEventListener('keydown', find);
  }, [isLong]);
  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        autocomplete="off"
        class="input"
        aria-label={i18n.t('list.search')}
        placeholder={i18n.t('list.searchPlaceholder')}
        value={list.search.value}
        onInput={(event) => list.setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') list.setSearch('');
        }}
      />
    </div>
  );
}
