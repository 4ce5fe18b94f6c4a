import { i18n } from '#i18n';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** What capture has learned of sites, each to be forgotten with a click. */
export function MemoryOptions({ store }: { store: OptionsStore }) {
  const memories = store.memories.value;
  return (
    <section id="memory">
      <h2>{i18n.t('options.memory')}</h2>
      <p class="hint">{i18n.t('options.memoryHint')}</p>
      {memories.length === 0 ? (
        <p class="hint">{i18n.t('options.memoryNone')}</p>
      ) : (
        <ul class="sites">
          {memories.map(({ site, records, corrections }) => (
            <li key={site}>
              <span>
                {site}
                <span class="hint">
                  {' '}
                  {i18n.t('options.memoryRecords', records)},{' '}
                  {i18n.t('options.memoryCorrections', corrections)}
                </span>
              </span>
              <IconButton
                icon="trash"
                label={i18n.t('options.forgetSite', [site])}
                onClick={() => store.forgetSite(site)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
