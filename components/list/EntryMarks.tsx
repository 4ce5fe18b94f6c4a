import { i18n } from '#i18n';
import { hasUnlogged } from '../../lib/domain/attempt-note.ts';
import type { Callback } from '../../lib/domain/callback.ts';
import { useList } from '../app-context.ts';
import { Icon } from '../ui/Icon.tsx';

interface EntryMarksProps {
  callback: Callback;
  /** Left out where the notes themselves stand beside. */
  unlogged?: boolean;
  /** Left out where the escalation can be settled beside. */
  escalation?: Callback['escalation'];
}

/** What sets an entry apart: somebody is calling, escalated, called again, not in the CRM. Nothing where nothing does. */
export function EntryMarks({
  callback,
  unlogged = hasUnlogged(callback),
  escalation = callback.escalation,
}: EntryMarksProps) {
  const { calledAgain, voicemailHeard } = callback;
  const calling = useList().team.value?.callerOf(callback.id) ?? null;
  if (calling === null && !escalation && calledAgain === 0 && !unlogged && !voicemailHeard) return null;
  return (
    <p class="marks">
      {calling === null ? null : (
        <span class="tag busy">
          <Icon name="phone" />
          {i18n.t('team.calling', [calling])}
        </span>
      )}
      {escalation ? (
        <span class="tag late" title={escalation.reason}>
          {i18n.t('escalate.flag')}: {escalation.reason}
        </span>
      ) : null}
      {calledAgain > 0 ? <span class="tag">{i18n.t('prep.calledAgain', calledAgain)}</span> : null}
      {voicemailHeard ? <span class="tag">{i18n.t('prep.heardVoicemail')}</span> : null}
      {unlogged ? <span class="tag">{i18n.t('calling.notLogged')}</span> : null}
    </p>
  );
}
