import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { attemptCount } from '../../lib/domain/attempts.ts';
import { type Callback, isOpen } from '../../lib/domain/callback.ts';
import { dueWindow, overdueAt, stagesOf } from '../../lib/domain/due.ts';
import type { Group } from '../../lib/domain/groups.ts';
import { rankOf } from '../../lib/domain/priority.ts';
import { dueWords } from '../../lib/i18n/times.ts';
import { rankWord, statusWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';
import { CallProgress } from '../calling/CallProgress.tsx';
import { RePromise } from '../calling/RePromise.tsx';
import { useCalling } from '../calling/use-calling.ts';
import { statusIcons } from '../status-icons.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { RowPlace } from '../ui/long-rows.ts';
import { Numbers } from '../ui/Numbers.tsx';
import { CallbackEditor } from './CallbackEditor.tsx';
import { EntryActions } from './EntryActions.tsx';
import { EntryMarks } from './EntryMarks.tsx';
import { NumberLink } from './NumberLink.tsx';
import { TeamMark } from './TeamMark.tsx';
import { useEntryActions } from './use-entry-actions.ts';

interface CallbackItemProps {
  callback: Callback;
  group: Group;
  /** Stands over the first entry of a group. */
  heading: string | null;
  /** True where a notification led here. */
  shown: boolean;
  /** Its place in a long list. */
  place?: RowPlace;
  /** Told when its editor opens and closes. */
  onEditing?: (id: string, editing: boolean) => void;
}

/** One entry: who, number, why, when, whose, and what state it is in. */
export function CallbackItem({ callback, group, heading, shown, place, onEditing }: CallbackItemProps) {
  const { settings, clock } = useList();
  const { who, setStatus } = useEntryActions(callback);
  const calling = useCalling(callback);
  const [editing, setEditing] = useState(false);
  const edit = (on: boolean) => {
    setEditing(on);
    onEditing?.(callback.id, on);
  };
  const item = useRef<HTMLLIElement>(null);
  const now = clock.now.value;
  const rules = settings.rules.value;
  const open = isOpen(callback);
  const calls = attemptCount(callback);
  // From its first reminder on, the answer that is missing is no reason not to call.
  const callAnyway =
    callback.status === 'waiting on internal answer' && stagesOf(callback, rules).some(({ at }) => at <= now);
  const toggle = i18n.t(open ? 'list.complete' : 'list.reopen', [who]);

  useEffect(() => {
    if (shown) item.current?.scrollIntoView({ block: 'center' });
  }, [shown]);

  return (
    <li
      ref={item}
      class={`entry group-${group.replace(' ', '-')}${shown ? ' shown' : ''}`}
      data-callback={callback.id}
      {...place}
    >
      {heading ? <h2 class="group-title">{heading}</h2> : null}
      <div class="entry-row">
        <button
          type="button"
          class="complete"
          aria-label={toggle}
          title={toggle}
          onClick={() => setStatus(open ? 'completed' : 'needs call')}
        >
          <span>{open ? null : <Icon name={statusIcons[callback.status]} />}</span>
        </button>
        <div class="entry-main">
          <div class="entry-head">
            <button
              type="button"
              class="entry-name"
              aria-expanded={editing}
              onClick={() => edit(!editing)}
              title={rankWord(rankOf(callback, rules, now))}
            >
              {callback.callerName || <Numbers text={who} />}
            </button>
            {open ? (
              <span class="due">
                {group === 'overdue' ? <Icon name="alert" /> : null}
                {dueWords(dueWindow(callback, rules), overdueAt(callback, rules), now, clock.zone.value)}
              </span>
            ) : null}
          </div>
          <p class="entry-number">
            <NumberLink callback={callback} beside={callback.callerName === ''} />
            {callback.phone ? (
              <IconButton
                icon="copy"
                label={i18n.t('list.fieldOf', [i18n.t('calling.copyNumber'), who])}
                onClick={calling.copyNumber}
              />
            ) : null}
            <span class={callback.owner ? 'muted clip' : 'missing'}>
              {callback.owner ? callback.owner.name : i18n.t('list.noOwner')}
            </span>
          </p>
          <p class="entry-reason">
            {callback.reason}
            {callback.reasonConfirmed ? null : <span class="muted"> · {i18n.t('list.unconfirmed')}</span>}
          </p>
          <EntryMarks callback={callback} />
          <div class="entry-foot">
            <span class="status-word">
              <Icon name={statusIcons[callback.status]} />
              {calls > 0
                ? i18n.t('calling.attemptLine', [
                    statusWord(callback.status),
                    i18n.t('calling.attempts', calls),
                  ])
                : statusWord(callback.status)}
              <TeamMark callbackId={callback.id} />
            </span>
            <EntryActions callback={callback} onEdit={() => edit(!editing)} />
          </div>
        </div>
      </div>
      {callAnyway ? <RePromise callback={callback} /> : null}
      <CallProgress callback={callback} />
      {editing ? <CallbackEditor callback={callback} who={who} onClose={() => edit(false)} /> : null}
    </li>
  );
}
