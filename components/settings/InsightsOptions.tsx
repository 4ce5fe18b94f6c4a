import { i18n } from '#i18n';
import type { OptionsStore } from '../../lib/stores/options-store.ts';

/** Where the figures are, and whether they may be looked at by owner. */
export function InsightsOptions({ store }: { store: OptionsStore }) {
  return (
    <section>
      <h2>{i18n.t('insights.title')}</h2>
      <p>
        <a href="/insights.html">{i18n.t('insights.open')}</a>
      </p>
      <label class="tick">
        <input
          type="checkbox"
          checked={store.settings.value.insightsByOwner}
          aria-describedby="by-owner-hint"
          onChange={(event) => store.change({ insightsByOwner: event.currentTarget.checked })}
        />
        {i18n.t('insights.ownerOption')}
      </label>
      <p id="by-owner-hint" class="hint">
        {i18n.t('insights.ownerOptionHint')}
      </p>
    </section>
  );
}
