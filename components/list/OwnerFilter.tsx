import { i18n } from '#i18n';
import { ownerFilters } from '../../lib/domain/ownership.ts';
import { useList } from '../app-context.ts';

/** Whose entries are shown: all, mine, nobody's. */
export function OwnerFilterChips() {
  const { callbacks } = useList();
  return (
    <fieldset class="chips owner-filter" aria-label={i18n.t('owner.filterLabel')}>
      {ownerFilters.toReversed().map((filter) => (
        <button
          key={filter}
          type="button"
          class="chip"
          aria-pressed={callbacks.ownerFilter.value === filter}
          onClick={() => callbacks.filterOwner(filter)}
        >
          {filterWord(filter)}
        </button>
      ))}
    </fieldset>
  );
}

function filterWord(filter: (typeof ownerFilters)[number]): string {
  switch (filter) {
    case 'mine':
      return i18n.t('owner.mine');
    case 'no owner':
      return i18n.t('owner.nobody');
    case 'all':
      return i18n.t('owner.all');
  }
}
