import { i18n } from '#i18n';
import { groupCallbacks } from '../../lib/domain/groups.ts';
import { groupWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';
import { AnonymisedItem } from './AnonymisedItem.tsx';
import { CallbackItem } from './CallbackItem.tsx';
import { ListMenu } from './ListMenu.tsx';
import { ListSearch } from './ListSearch.tsx';
import { OwnerFilterChips } from './OwnerFilter.tsx';

interface CallbackListProps {
  /** The entry to open, from a notification. */
  shownId: string | null;
  /** Leads to Next call mode. */
  onNextCall: () => void;
}

/** Everything promised, in the one urgency order, under its groups. */
export function CallbackList({ shownId, onNextCall }: CallbackListProps) {
  const { callbacks } = useList();
  const state = callbacks.state.value;
  return (
    <section class="callbacks" aria-label={i18n.t('list.title')}>
      <ListSearch />
      <div class="list-tools">
        <OwnerFilterChips />
        <span class="list-ways">
          <button type="button" class="button quiet" onClick={onNextCall}>
            {i18n.t('calling.next')}
          </button>
          <ListMenu />
        </span>
      </div>
      {state === 'failed' ? (
        <div class="notice warning" role="alert">
          <strong>{i18n.t('list.failed')}</strong>
          <p>{i18n.t('list.failedHint')}</p>
        </div>
      ) : state === 'loading' ? (
        <div class="skeleton" aria-hidden="true">
          <div />
          <div />
          <div />
        </div>
      ) : (
        <Groups shownId={shownId} />
      )}
    </section>
  );
}

function Groups({ shownId }: Pick<CallbackListProps, 'shownId'>) {
  const { callbacks, settings, clock } = useList();
  const shown = callbacks.shown.value;
  const byGroup = groupCallbacks(shown, settings.rules.value, clock.now.value);
  const search = callbacks.search.value.trim();
  const counts = { open: callbacks.open.value.length, closed: callbacks.closedCount.value };
  const hasMore = search === '' && callbacks.closed.value.length < counts.closed;

  return (
    <>
      {shown.length === 0 ? <NothingHere search={search} /> : null}
      {search === '' && counts.open === 0 && counts.closed > 0 ? <NothingHere search="" /> : null}
      <ul class="callback-list" aria-label={i18n.t('list.title')}>
        {[...byGroup].flatMap(([group, entries]) =>
          entries.map((callback, place) => {
            const count = group === 'closed' && search === '' ? counts.closed : entries.length;
            const heading = place === 0 ? `${groupWord(group)} · ${count}` : null;
            const { id } = callback;
            return callback.anonymisedAt === null ? (
              <CallbackItem
                key={id}
                callback={callback}
                group={group}
                shown={id === shownId}
                heading={heading}
              />
            ) : (
              <AnonymisedItem key={id} callback={callback} heading={heading} />
            );
          }),
        )}
      </ul>
      {hasMore ? (
        <button type="button" class="button quiet wide" onClick={() => callbacks.showMoreClosed()}>
          {i18n.t('list.closedMore')}
        </button>
      ) : null}
    </>
  );
}

function NothingHere({ search }: { search: string }) {
  return (
    <div class="empty">
      {search === '' ? (
        <>
          <p>{i18n.t('list.empty')}</p>
          <p class="muted">{i18n.t('list.emptyHint')}</p>
        </>
      ) : (
        <p>{i18n.t('list.noMatch', [search])}</p>
      )}
    </div>
  );
}
