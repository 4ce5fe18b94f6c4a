import { i18n } from '#i18n';
import type { FirstMinuteStore } from '../../lib/stores/first-minute-store.ts';
import { CountrySelect } from '../settings/CountrySelect.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useTyped } from '../ui/use-typed.ts';
import './first-minute.css';

interface FirstMinuteProps {
  store: FirstMinuteStore;
  firefox: boolean;
}

/** The first steps, above a form that works without them; once put away they never come back. */
export function FirstMinute({ store, firefox }: FirstMinuteProps) {
  const { yourName, defaultCountry } = store.settings.value;
  const name = useTyped(yourName);
  if (!store.shown.value) return null;
  const done = () => {
    store.done();
    // The button that had the focus is gone: what comes next is the form.
    document.querySelector<HTMLElement>('.callback-form input')?.focus();
  };
  return (
    <section class="first-minute" aria-label={i18n.t('firstMinute.label')}>
      <div class="notice-head">
        <h2>{i18n.t('firstMinute.title')}</h2>
        <IconButton icon="close" label={i18n.t('common.dismiss')} onClick={done} />
      </div>
      <div class="pair">
        <div class="field">
          <label for="first-name">{i18n.t('options.yourName')}</label>
          <input
            id="first-name"
            type="text"
            class="input"
            autocomplete="name"
            maxLength={200}
            {...name}
            onChange={(event) => store.change({ yourName: event.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for="first-country">{i18n.t('options.defaultCountry')}</label>
          <CountrySelect
            id="first-country"
            value={defaultCountry}
            countries={store.countries.value}
            onChange={(code) => store.change({ defaultCountry: code })}
          />
        </div>
      </div>
      <p class="hint">{i18n.t('firstMinute.access')}</p>
      {store.pinned.value === false ? (
        <p class="hint">{firefox ? i18n.t('firstMinute.pinFirefox') : i18n.t('firstMinute.pin')}</p>
      ) : null}
      <div class="first-actions">
        <button type="button" class="button" onClick={() => store.trySample()}>
          {i18n.t('firstMinute.trySample')}
        </button>
        <button type="button" class="button quiet" onClick={done}>
          {i18n.t('firstMinute.done')}
        </button>
      </div>
    </section>
  );
}
