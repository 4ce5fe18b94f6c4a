import { i18n } from '#i18n';
import { type DialScheme, dialSchemes } from '../../lib/domain/settings.ts';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { Field, hintId } from '../ui/Field.tsx';
import { useTyped } from '../ui/use-typed.ts';

/** Where the number goes in a web address to dial with. */
const slot = '{number}';

export function DialOptions({ store }: { store: OptionsStore }) {
  const { dialWith, dialTemplate } = store.settings.value;
  const template = useTyped(dialTemplate);
  const problem = store.errors.value.dialTemplate ? i18n.t('options.problems.template', [slot]) : undefined;
  return (
    <section id="dialling">
      <h2>{i18n.t('options.dialling')}</h2>
      <Field id="dial-with" label={i18n.t('options.dialWith')}>
        <select
          id="dial-with"
          class="input"
          value={dialWith}
          onChange={(event) => {
            const scheme = dialSchemes.find((one) => one === event.currentTarget.value);
            if (scheme) store.change({ dialWith: scheme });
          }}
        >
          {dialSchemes.map((scheme) => (
            <option key={scheme} value={scheme}>
              {schemeWord(scheme)}
            </option>
          ))}
        </select>
      </Field>
      {dialWith === 'https' ? (
        <Field
          id="dial-template"
          label={i18n.t('options.dialTemplate')}
          hint={i18n.t('options.dialTemplateHint', [slot])}
          problem={problem}
        >
          <input
            id="dial-template"
            type="text"
            class="input"
            autocomplete="off"
            placeholder="https://phone.example.com/call?to={number}"
            {...template}
            aria-describedby={hintId('dial-template')}
            aria-invalid={problem ? 'true' : undefined}
            onChange={(event) => store.change({ dialTemplate: event.currentTarget.value.trim() })}
          />
        </Field>
      ) : null}
    </section>
  );
}

function schemeWord(scheme: DialScheme): string {
  switch (scheme) {
    case 'tel':
      return i18n.t('options.dialTel');
    case 'callto':
      return i18n.t('options.dialCallto');
    case 'sip':
      return i18n.t('options.dialSip');
    case 'https':
      return i18n.t('options.dialHttps');
  }
}
