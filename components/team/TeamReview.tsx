import { i18n } from '#i18n';
import { dueWindow, overdueAt } from '../../lib/domain/due.ts';
import { type OwnerGroup, teamReviewOf } from '../../lib/domain/team-review.ts';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import { dueWords } from '../../lib/i18n/times.ts';
import { useList } from '../app-context.ts';
import { useEntryActions } from '../list/use-entry-actions.ts';
import './team.css';

/** Everybody's open entries by owner, nobody's first: what a team lead looks through before the day closes. */
export function TeamReview() {
  const { callbacks, clock, settings, people } = useList();
  const groups = teamReviewOf(callbacks.open.value, people.value, settings.rules.value, clock.now.value);
  return (
    <section class="team-review">
      <h2>{i18n.t('team.review')}</h2>
      {groups.map((group) => (
        <details key={group.owner?.id ?? ''} open={group.standing !== 'member'}>
          <summary>
            <span class="clip">{groupName(group)}</span>
            <span class={group.overdue > 0 ? 'due late' : 'muted'}>{countWords(group)}</span>
          </summary>
          <ul>
            {group.entries.map((callback) => (
              <TeamRow key={callback.id} callback={callback} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function groupName({ standing, name }: OwnerGroup): string {
  if (standing === 'nobody') return i18n.t('review.noOwner');
  return standing === 'gone' ? i18n.t('team.memberLeft', [name]) : name;
}

function countWords({ entries, overdue }: OwnerGroup): string {
  return i18n.t('team.reviewCount', [wholeNumber(entries.length), wholeNumber(overdue)]);
}

function TeamRow({ callback }: { callback: OwnerGroup['entries'][number] }) {
  const { clock, settings } = useList();
  const { handOver, who } = useEntryActions(callback);
  const { yourName, memberId } = settings.settings.value;
  const rules = settings.rules.value;
  return (
    <li class="team-row">
      <strong class="clip">{who}</strong>
      <span class="due">
        {dueWords(dueWindow(callback, rules), overdueAt(callback, rules), clock.now.value, clock.zone.value)}
      </span>
      {callback.owner?.id === memberId ? null : (
        <button
          type="button"
          class="button quiet"
          aria-label={i18n.t('list.fieldOf', [i18n.t('review.take'), who])}
          onClick={() => handOver(yourName)}
        >
          {i18n.t('review.take')}
        </button>
      )}
    </li>
  );
}
