import { i18n } from '#i18n';
import { usePanel } from '../app-context.ts';
import { Field, hintId } from '../ui/Field.tsx';

interface ReasonFieldProps {
  onType: (text: string) => void;
  vague: boolean;
}

const id = 'reason';

/**
 * Why the caller wants to be called. What the page says it is about is offered, never filled in: Tab in the
 * empty field takes it, any typed word puts it away.
 */
export function ReasonField({ onType, vague }: ReasonFieldProps) {
  const { draft, form, capture } = usePanel();
  const { reason, callerName, phone } = draft.draft.value.fields;
  const suggestion = reason === '' ? capture.suggestion.value : null;
  const hasCaller = callerName !== '' || phone !== '';

  return (
    <Field
      id={id}
      label={i18n.t('form.reason')}
      hint={
        <>
          {vague ? <p>{i18n.t('form.vague')}</p> : null}
          {suggestion ? (
            <p>
              {i18n.t('capture.suggestion', [suggestion.text])}{' '}
              <button type="button" class="link" onClick={() => onType(suggestion.text)}>
                {i18n.t('capture.useSuggestion')}
              </button>
            </p>
          ) : null}
          {reason === '' && hasCaller && !suggestion ? (
            <p>{i18n.t('form.fillsIn', [form.standInReason.value])}</p>
          ) : null}
        </>
      }
    >
      <textarea
        id={id}
        class="input"
        rows={2}
        autocomplete="off"
        placeholder={i18n.t('form.reasonPlaceholder')}
        value={reason}
        aria-describedby={hintId(id)}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Tab' || event.shiftKey || event.isComposing || !suggestion) return;
          event.preventDefault();
          onType(suggestion.text);
        }}
      />
    </Field>
  );
}
