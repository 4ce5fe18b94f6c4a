import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { unfinishedAttempts } from '../../lib/domain/attempts.ts';
import { type Callback, isOpen } from '../../lib/domain/callback.ts';
import { dueWindow, overdueAt } from '../../lib/domain/due.ts';
import { rankOf } from '../../lib/domain/priority.ts';
import { carryOver } from '../../lib/domain/re-promise.ts';
import type { ReviewSection } from '../../lib/domain/review.ts';
import { dueWords } from '../../lib/i18n/times.ts';
import { rankWord, sectionWord, statusWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';
import { AttemptNotes } from '../calling/AttemptNotes.tsx';
import { CallProgress } from '../calling/CallProgress.tsx';
import { TimeInput } from '../calling/TimeInput.tsx';
import { EditNumber } from '../list/EditNumber.tsx';
import { EditText } from '../list/EditText.tsx';
import { EntryMarks } from '../list/EntryMarks.tsx';
import { Escalation } from '../list/Escalation.tsx';
import { NumberLink } from '../list/NumberLink.tsx';
import { StatusButtons } from '../list/StatusButtons.tsx';
import { useEntryActions } from '../list/use-entry-actions.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Numbers } from '../ui/Numbers.tsx';

interface ReviewEntryProps {
  callback: Callback;
  section: ReviewSection;
  alsoIn: ReviewSection[];
}

/** One row of the review; what its sections complain of can be set right at once, the rest one click away. */
export function ReviewEntry({ callback, section, alsoIn }: ReviewEntryProps) {
  const { clock, settings, callbacks, status } = useList();
  const { setStatus, handOver, attempt, who } = useEntryActions(callback);
  const underWay = unfinishedAttempts(callback).length > 0;
  const [all, setAll] = useState(false);
  const rules = settings.rules.value;
  const yourName = settings.settings.value.yourName;
  const defects = [section, ...alsoIn];
  const showOwner = all || defects.includes('no owner');
  const showNumber = all || defects.includes('missing phone number');
  const open = isOpen(callback);
  const escalated = callback.escalation !== null || all;
  const now = clock.now.value;

  return (
    <li class="review-entry">
      <div class="entry-head">
        <strong class="review-name" title={rankWord(rankOf(callback, rules, now))}>
          <Numbers text={who} />
        </strong>
        <span class="due">
          {open
            ? dueWords(dueWindow(callback, rules), overdueAt(callback, rules), now, clock.zone.value)
            : statusWord(callback.status)}
        </span>
      </div>
      <p class="entry-number">
        {callback.phone ? <NumberLink callback={callback} beside={callback.callerName === ''} /> : null}
        {callback.owner ? <span class="muted">{callback.owner.name}</span> : null}
        {alsoIn.map((other) => (
          <span key={other} class="tag">
            {sectionWord(other)}
          </span>
        ))}
      </p>
      <p class="entry-reason">{callback.reason}</p>
      <EntryMarks callback={callback} unlogged={false} escalation={null} />
      <div class="review-actions">
        <StatusButtons status={callback.status} who={who} onChoose={setStatus} />
        {!callback.owner && yourName !== '' ? (
          <button type="button" class="button quiet" onClick={() => handOver(yourName)}>
            {i18n.t('review.take')}
          </button>
        ) : null}
        <IconButton
          icon="edit"
          label={i18n.t('list.edit', [who])}
          pressed={all}
          onClick={() => setAll(!all)}
        />
      </div>
      {underWay ? <CallProgress callback={callback} /> : null}
      {defects.includes('not logged') || all ? <AttemptNotes callback={callback} /> : null}
      {showOwner || showNumber ? (
        <div class="pair">
          {showOwner ? (
            <EditText
              label={i18n.t('form.owner')}
              name={i18n.t('review.giveOwner', [who])}
              who={who}
              value={callback.owner?.name ?? ''}
              max={200}
              onSave={handOver}
            />
          ) : null}
          {showNumber ? (
            <EditNumber callback={callback} who={who} name={i18n.t('review.giveNumber', [who])} />
          ) : null}
        </div>
      ) : null}
      {open && escalated ? <Escalation callback={callback} who={who} /> : null}
      {open ? (
        <TimeInput
          label={i18n.t('carry.label')}
          name={i18n.t('review.newTime', [who])}
          offer="next morning"
          onTake={(promise) =>
            attempt(async () => {
              await callbacks.change(callback.id, (stored, act) => carryOver(stored, promise, act));
              status.say(i18n.t('carry.done', [who]));
            })
          }
        />
      ) : null}
    </li>
  );
}
