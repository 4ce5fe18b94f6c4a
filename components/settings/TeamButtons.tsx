import { i18n } from '#i18n';

/** The two ways into a team. */
export function TeamButtons({ onPress }: { onPress: (what: 'start' | 'join') => void }) {
  return (
    <div class="form-actions">
      <button type="button" class="button" onClick={() => onPress('start')}>
        {i18n.t('team.start')}
      </button>
      <button type="button" class="button" onClick={() => onPress('join')}>
        {i18n.t('team.join')}
      </button>
    </div>
  );
}
