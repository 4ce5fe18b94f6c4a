import { i18n } from '#i18n';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** The sites that may be read without asking, each one taken back with a click. */
export function SiteOptions({ store }: { store: OptionsStore }) {
  const sites = store.sites.value;
  return (
    <section id="sites">
      <h2>{i18n.t('options.sites')}</h2>
      {sites.length === 0 ? (
        <p class="hint">{i18n.t('options.sitesNone')}</p>
      ) : (
        <>
          <p class="hint">{i18n.t('options.sitesHint')}</p>
          <ul class="sites">
            {sites.map((site) => (
              <li key={site}>
                <span>{site}</span>
                <IconButton
                  icon="trash"
                  label={i18n.t('options.removeSite', [site])}
                  onClick={() => store.removeSite(site)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
