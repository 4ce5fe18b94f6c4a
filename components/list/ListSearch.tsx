import { i18n } from '#i18n';
import { useList } from '../app-context.ts';
import { Icon } from '../ui/Icon.tsx';

/** Narrows the list to what fits every word typed; Escape empties it. */
export function ListSearch() {
  const { callbacks } = useList();
  return (
    <div class="search">
      <Icon name="search" />
      <input
        type="search"
        autocomplete="off"
        class="input"
        aria-label={i18n.t('list.search')}
        placeholder={i18n.t('list.searchPlaceholder')}
        value={callbacks.search.value}
        onInput={(event) => callbacks.setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') callbacks.setSearch('');
        }}
      />
    </div>
  );
}
