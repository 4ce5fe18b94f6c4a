import { i18n } from '#i18n';
import { locale } from '../../lib/i18n/language.ts';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { Field, hintId } from '../ui/Field.tsx';

interface YouOptionsProps {
  store: OptionsStore;
  countries: string[];
}

export function YouOptions({ store, countries }: YouOptionsProps) {
  const { yourName, defaultCountry } = store.settings.value;
  const names = new Intl.DisplayNames([locale()], { type: 'region', fallback: 'code' });
  const codes = countries.includes(defaultCountry) ? countries : [defaultCountry, ...countries];
  const choices = codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale()));
  return (
    <section>
      <h2>{i18n.t('options.you')}</h2>
      <Field id="your-name" label={i18n.t('options.yourName')} hint={i18n.t('options.yourNameHint')}>
        <input
          id="your-name"
          type="text"
          class="input"
          autocomplete="name"
          maxLength={200}
          value={yourName}
          aria-describedby={hintId('your-name')}
          onChange={(event) => store.change({ yourName: event.currentTarget.value })}
        />
      </Field>
      <Field
        id="default-country"
        label={i18n.t('options.defaultCountry')}
        hint={i18n.t('options.defaultCountryHint')}
      >
        <select
          id="default-country"
          class="input"
          value={defaultCountry}
          aria-describedby={hintId('default-country')}
          onChange={(event) => store.change({ defaultCountry: event.currentTarget.value })}
        >
          {choices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </section>
  );
}
