import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Callback, isOpen } from '../../lib/domain/callback.ts';
import { dueWindow, overdueAt } from '../../lib/domain/due.ts';
import type { Group } from '../../lib/domain/groups.ts';
import { rankOf } from '../../lib/domain/priority.ts';
import { dueWords } from '../../lib/i18n/times.ts';
import { rankWord, statusWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';
import { statusIcons } from '../status-icons.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CallbackEditor } from './CallbackEditor.tsx';
import { NumberLink } from './NumberLink.tsx';
import { StatusButtons } from './StatusButtons.tsx';
import { useEntryActions } from './use-entry-actions.ts';

interface CallbackItemProps {
  callback: Callback;
  group: Group;
  /** Stands over the first entry of a group. */
  heading: string | null;
  /** True where a notification led here. */
  shown: boolean;
}

/** One entry: who, number, why, when, whose, and what state it is in. */
export function CallbackItem({ callback, group, heading, shown }: CallbackItemProps) {
  const { settings, clock, openPage } = useList();
  const actions = useEntryActions(callback);
  const [editing, setEditing] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const now = clock.now.value;
  const rules = settings.rules.value;
  const who = callback.callerName || callback.phone?.asShown || i18n.t('common.unnamed');
  const open = isOpen(callback);

  useEffect(() => {
    if (shown) item.current?.scrollIntoView({ block: 'center' });
  }, [shown]);

  return (
    <li
      ref={item}
      class={`entry group-${group.replace(' ', '-')}${shown ? ' shown' : ''}`}
      data-callback={callback.id}
    >
      {heading ? <h3>{heading}</h3> : null}
      <div class="entry-row">
        <button
          type="button"
          class="complete"
          aria-label={i18n.t(open ? 'list.complete' : 'list.reopen', [who])}
          title={i18n.t(open ? 'list.complete' : 'list.reopen', [who])}
          onClick={() => actions.setStatus(open ? 'completed' : 'needs call')}
        >
          <span>{open ? null : <Icon name={statusIcons[callback.status]} />}</span>
        </button>
        <div class="entry-main">
          <div class="entry-head">
            <button
              type="button"
              class="entry-name"
              aria-expanded={editing}
              onClick={() => setEditing(!editing)}
              title={rankWord(rankOf(callback, rules, now))}
            >
              {who}
            </button>
            {open ? (
              <span class="due">
                {group === 'overdue' ? <Icon name="alert" /> : null}
                {dueWords(dueWindow(callback, rules), overdueAt(callback, rules), now, clock.zone.value)}
              </span>
            ) : null}
          </div>
          <p class="entry-number">
            <NumberLink callback={callback} />
            <span class={callback.owner ? 'muted clip' : 'missing'}>
              {callback.owner ? callback.owner.name : i18n.t('list.noOwner')}
            </span>
          </p>
          <p class="entry-reason">
            {callback.reason}
            {callback.reasonConfirmed ? null : <span class="muted"> · {i18n.t('list.unconfirmed')}</span>}
          </p>
          <div class="entry-foot">
            <span class="status-word">
              <Icon name={statusIcons[callback.status]} />
              {statusWord(callback.status)}
            </span>
            <span class="entry-actions">
              <StatusButtons status={callback.status} who={who} onChoose={actions.setStatus} />
              <IconButton
                icon="edit"
                label={i18n.t('list.edit', [who])}
                onClick={() => setEditing(!editing)}
              />
              {callback.source ? (
                <IconButton
                  icon="page"
                  label={i18n.t('list.openPage', [who])}
                  onClick={() => openPage(callback.source?.url ?? '')}
                />
              ) : null}
              <IconButton icon="trash" label={i18n.t('list.delete', [who])} onClick={actions.remove} />
            </span>
          </div>
        </div>
      </div>
      {editing ? <CallbackEditor callback={callback} who={who} onClose={() => setEditing(false)} /> : null}
    </li>
  );
}
