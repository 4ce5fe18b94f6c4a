import { i18n } from '#i18n';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { Field, hintId } from '../ui/Field.tsx';
import { useTyped } from '../ui/use-typed.ts';
import { CountrySelect } from './CountrySelect.tsx';

interface YouOptionsProps {
  store: OptionsStore;
  countries: string[];
}

export function YouOptions({ store, countries }: YouOptionsProps) {
  const { yourName, defaultCountry } = store.settings.value;
  const name = useTyped(yourName);
  return (
    <section id="you">
      <h2>{i18n.t('options.you')}</h2>
      <Field id="your-name" label={i18n.t('options.yourName')} hint={i18n.t('options.yourNameHint')}>
        <input
          id="your-name"
          type="text"
          class="input"
          autocomplete="name"
          maxLength={200}
          {...name}
          aria-describedby={hintId('your-name')}
          onChange={(event) => store.change({ yourName: event.currentTarget.value })}
        />
      </Field>
      <Field
        id="default-country"
        label={i18n.t('options.defaultCountry')}
        hint={i18n.t('options.defaultCountryHint')}
      >
        <CountrySelect
          id="default-country"
          value={defaultCountry}
          countries={countries}
          describedBy={hintId('default-country')}
          onChange={(code) => store.change({ defaultCountry: code })}
        />
      </Field>
    </section>
  );
}
