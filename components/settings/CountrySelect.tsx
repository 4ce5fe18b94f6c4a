import { locale } from '../../lib/i18n/language.ts';

interface CountrySelectProps {
  id: string;
  /** ISO 3166 alpha-2. */
  value: string;
  /** Codes to choose from; the chosen one is always among them. */
  countries: readonly string[];
  describedBy?: string;
  onChange: (code: string) => void;
}

/** Countries by their names in the language of the screen, in its order. */
export function CountrySelect({ id, value, countries, describedBy, onChange }: CountrySelectProps) {
  const names = new Intl.DisplayNames([locale()], { type: 'region', fallback: 'code' });
  const codes = countries.includes(value) ? countries : [value, ...countries];
  const choices = codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale()));
  return (
    <select
      id={id}
      class="input"
      value={value}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {choices.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
