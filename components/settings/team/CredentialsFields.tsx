import { i18n } from '#i18n';
import type { Credentials } from '../../../lib/stores/team-store.ts';
import { Field } from '../../ui/Field.tsx';
import { TextField } from './TextField.tsx';

interface CredentialsFieldsProps {
  /** Tells these fields apart from others of the page. */
  id: string;
  /** Null means "the same as mine", where that is offered. */
  value: Credentials | null;
  onChange: (value: Credentials | null) => void;
  offerSame?: boolean;
}

const empty = {
  password: { kind: 'password', user: '', password: '' },
  token: { kind: 'token', token: '' },
  creds: { kind: 'creds', creds: '' },
  none: { kind: 'none' },
} as const satisfies Record<Credentials['kind'], Credentials>;
type Kind = keyof typeof empty;

/** How somebody proves to the server who they are. */
export function CredentialsFields({ id, value, onChange, offerSame = false }: CredentialsFieldsProps) {
  const words: Record<Kind, string> = {
    password: i18n.t('team.byPassword'),
    token: i18n.t('team.byToken'),
    creds: i18n.t('team.byCreds'),
    none: i18n.t('team.byNothing'),
  };
  const kinds = Object.keys(empty) as Kind[];
  return (
    <>
      <Field id={`${id}-kind`} label={i18n.t('team.signIn')}>
        <select
          id={`${id}-kind`}
          class="input"
          value={value?.kind ?? 'same'}
          onChange={(event) => {
            const kind = kinds.find((one) => one === event.currentTarget.value);
            onChange(kind ? empty[kind] : null);
          }}
        >
          {offerSame ? <option value="same">{i18n.t('team.bySame')}</option> : null}
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words[kind]}
            </option>
          ))}
        </select>
      </Field>
      {value?.kind === 'password' ? (
        <>
          <TextField
            id={`${id}-user`}
            label={i18n.t('team.user')}
            value={value.user}
            onInput={(user) => onChange({ ...value, user })}
          />
          <TextField
            id={`${id}-password`}
            secret
            label={i18n.t('team.password')}
            value={value.password}
            onInput={(password) => onChange({ ...value, password })}
          />
        </>
      ) : null}
      {value?.kind === 'token' ? (
        <TextField
          id={`${id}-token`}
          secret
          label={i18n.t('team.token')}
          value={value.token}
          onInput={(token) => onChange({ kind: 'token', token })}
        />
      ) : null}
      {value?.kind === 'creds' ? (
        <Field id={`${id}-creds`} label={i18n.t('team.creds')}>
          <input
            id={`${id}-creds`}
            type="file"
            accept=".creds,.txt"
            onChange={async (event) => {
              const [file] = event.currentTarget.files ?? [];
              // A few kilobytes; anything much larger is no such file, and is refused as one that is cut.
              if (file) onChange({ kind: 'creds', creds: await file.slice(0, 10_000).text() });
            }}
          />
        </Field>
      ) : null}
    </>
  );
}
