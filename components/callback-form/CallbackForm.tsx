import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { kinds, statuses } from '../../lib/domain/callback.ts';
import type { DraftField } from '../../lib/domain/draft.ts';
import { isVagueReason } from '../../lib/domain/reason.ts';
import { kindWord, statusWord } from '../../lib/i18n/words.ts';
import { isList } from '../../lib/stores/other-callers.ts';
import { usePanel } from '../app-context.ts';
import { FieldFinds } from '../capture/FieldFinds.tsx';
import { Field, hintId } from '../ui/Field.tsx';
import { isTakingEnter } from '../ui/keys.ts';
import { DraftChips } from './DraftChips.tsx';
import { KnownOwners } from './KnownOwners.tsx';
import { PromisedTimeField } from './PromisedTimeField.tsx';
import { ReasonField } from './ReasonField.tsx';
import { SameCallerNotice } from './SameCallerNotice.tsx';

/** The id of each field's control, so that saving can go back to the one in the way. */
export const fieldIds: Record<DraftField, string> = {
  callerName: 'caller-name',
  phone: 'phone',
  reference: 'reference',
  reason: 'reason',
  promisedTime: 'promised-time',
  owner: 'owner',
  status: 'status',
  kind: 'kind',
};

/** The form a callback is written in. Enter saves from any text field. */
export function CallbackForm() {
  const { draft, form, page, capture } = usePanel();
  const { fields } = draft.draft.value;
  const problems = form.problems.value;
  const captured = capture.result.value;
  // Who is on the page is known now; why they want a call is what the agent types next.
  useEffect(() => {
    if (captured && !isList(captured)) document.getElementById(fieldIds.reason)?.focus();
  }, [captured]);

  const type = <F extends DraftField>(field: F, text: (typeof fields)[F]) => {
    form.settle(field);
    draft.type(field, text, page.beside.value);
  };
  const save = async () => {
    const outcome = await form.save();
    if (!outcome.saved && outcome.field) document.getElementById(fieldIds[outcome.field])?.focus();
  };
  const bind = (field: 'callerName' | 'phone' | 'reference' | 'owner') => ({
    id: fieldIds[field],
    class: 'input',
    autocomplete: 'off',
    value: fields[field],
    'aria-describedby': hintId(fieldIds[field]),
    'aria-invalid': problems[field] ? ('true' as const) : undefined,
    onInput: (event: InputEvent) => type(field, (event.currentTarget as HTMLInputElement).value),
  });

  return (
    <form
      class="callback-form"
      aria-label={i18n.t('form.title')}
      // Where the panel is a tab, the browser would keep what is typed in the files of its session.
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        const { target } = event;
        const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
        if (!typing || !isTakingEnter(event)) return;
        event.preventDefault();
        save();
      }}
    >
      <DraftChips />
      <SameCallerNotice />
      <div class="pair">
        <Field
          id={fieldIds.callerName}
          label={i18n.t('form.callerName')}
          problem={problems.callerName}
          hint={<FieldFinds field="callerName" label={i18n.t('form.callerName')} />}
        >
          <input type="text" {...bind('callerName')} />
        </Field>
        <Field
          id={fieldIds.phone}
          label={i18n.t('form.phone')}
          problem={problems.phone}
          hint={
            <>
              {form.phone.value?.kind === 'doubtful' ? <p>{i18n.t('form.doubtful')}</p> : null}
              <FieldFinds field="phone" label={i18n.t('form.phone')} />
            </>
          }
        >
          <input type="tel" {...bind('phone')} onBlur={() => formatNumber(form, draft)} />
        </Field>
      </div>
      <ReasonField onType={(text) => type('reason', text)} vague={isVagueReason(fields.reason)} />
      <PromisedTimeField onType={(text) => type('promisedTime', text)} />
      <div class="pair">
        <Field
          id={fieldIds.reference}
          label={i18n.t('form.reference')}
          hint={<FieldFinds field="reference" label={i18n.t('form.reference')} />}
        >
          <input type="text" {...bind('reference')} />
        </Field>
        <Field id={fieldIds.owner} label={i18n.t('form.owner')}>
          <input type="text" list="known-owners" placeholder={i18n.t('common.nobody')} {...bind('owner')} />
        </Field>
        <Field id={fieldIds.kind} label={i18n.t('form.kind')}>
          <select
            id={fieldIds.kind}
            class="input"
            value={fields.kind}
            onChange={(event) => {
              const kind = kinds.find((one) => one === event.currentTarget.value);
              if (kind) type('kind', kind);
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWord(kind)}
              </option>
            ))}
          </select>
        </Field>
        <Field id={fieldIds.status} label={i18n.t('form.status')}>
          <select
            id={fieldIds.status}
            class="input"
            value={fields.status}
            onChange={(event) => {
              const status = statuses.find((one) => one === event.currentTarget.value);
              if (status) type('status', status);
            }}
          >
            {statuses.map((status) => (
              <option key={status} value={status}>
                {statusWord(status)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <KnownOwners />
      {draft.draft.value.source ? (
        <p class="hint clip">
          {i18n.t('form.pageLink', [draft.draft.value.source.title || draft.draft.value.source.site])}
        </p>
      ) : null}
      <div class="form-actions">
        <button type="submit" class="button primary" disabled={form.saving.value}>
          {i18n.t('form.save')}
        </button>
        <button type="button" class="button" onClick={() => form.clear()}>
          {i18n.t('form.clear')}
        </button>
      </div>
    </form>
  );
}

/** Writes a valid number the way it is read; what cannot be read stays as typed. */
function formatNumber(
  form: ReturnType<typeof usePanel>['form'],
  draft: ReturnType<typeof usePanel>['draft'],
): void {
  const read = form.phone.value;
  if (read?.kind === 'valid' && read.shown !== draft.draft.value.fields.phone) draft.put('phone', read.shown);
}
