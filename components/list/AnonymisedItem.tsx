import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { dayWord } from '../../lib/i18n/times.ts';
import { kindWord, statusWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';
import { statusIcons } from '../status-icons.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { RowPlace } from '../ui/long-rows.ts';
import { useEntryActions } from './use-entry-actions.ts';

interface AnonymisedItemProps {
  callback: Callback;
  /** Stands over the first entry of a group. */
  heading: string | null;
  /** Its place in a long list. */
  place?: RowPlace;
}

/** A closed entry that no longer tells who and why: it is there for the figures, and takes no edits. */
export function AnonymisedItem({ callback, heading, place }: AnonymisedItemProps) {
  const { clock } = useList();
  const { remove } = useEntryActions(callback);
  const { status, kind, owner, closedAt, updatedAt } = callback;
  const closed = dayWord(closedAt ?? updatedAt, clock.now.value, clock.zone.value);
  return (
    <li class="entry group-closed" data-callback={callback.id} {...place}>
      {heading ? <h2 class="group-title">{heading}</h2> : null}
      <div class="entry-row">
        <div class="entry-main">
          <p class="entry-head">
            <span class="entry-name" title={i18n.t('privacy.anonymisedHint')}>
              {i18n.t('privacy.anonymised')}
            </span>
            <span class="muted">{closed}</span>
          </p>
          <p class="muted">{[kindWord(kind), owner?.name ?? i18n.t('list.noOwner')].join(' · ')}</p>
          <div class="entry-foot">
            <span class="status-word">
              <Icon name={statusIcons[status]} />
              {statusWord(status)}
            </span>
            <IconButton
              icon="trash"
              label={i18n.t('list.delete', [i18n.t('privacy.anonymised')])}
              onClick={remove}
            />
          </div>
        </div>
      </div>
    </li>
  );
}
