import { i18n } from '#i18n';
import { useList } from '../app-context.ts';
import { Icon } from '../ui/Icon.tsx';

/** Whether the team's server has the entry as it stands here. Nothing without a team. */
export function TeamMark({ callbackId }: { callbackId: string }) {
  const marks = useList().team.value;
  if (!marks) return null;
  const saved = marks.isSaved(callbackId);
  const words = i18n.t(saved ? 'team.saved' : 'team.unsaved');
  return (
    <span class={`team-mark${saved ? '' : ' waiting'}`} role="img" aria-label={words} title={words}>
      <Icon name={saved ? 'cloud' : 'cloud-waiting'} />
    </span>
  );
}
