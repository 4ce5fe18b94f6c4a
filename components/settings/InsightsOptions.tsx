import { i18n } from '#i18n';
import type { OptionsStore } from '../../lib/stores/options-store.ts';

/** Where the figures are, and whether they may be looked at by owner: in a team that is for the team to say. */
export function InsightsOptions({ store }: { store: OptionsStore }) {
  const { insightsByOwner, memberId } = store.settings.value;
  const inTeam = memberId !== '';
  return (
    <section id="figures">
      <h2>{i18n.t('insights.title')}</h2>
      <p>
        <a href="/insights.html">{i18n.t('insights.open')}</a>
      </p>
      <label class="tick">
        <input
          type="checkbox"
          checked={insightsByOwner}
          disabled={inTeam}
          aria-describedby="by-owner-hint"
          onChange={(event) => store.change({ insightsByOwner: event.currentTarget.checked })}
        />
        {i18n.t('insights.ownerOption')}
      </label>
      <p id="by-owner-hint" class="hint">
        {i18n.t(inTeam ? 'insights.ownerOptionTeam' : 'insights.ownerOptionHint')}
      </p>
    </section>
  );
}
