import { i18n } from '#i18n';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import type { PrivacyStore } from '../../lib/stores/privacy-store.ts';
import { Field, hintId } from '../ui/Field.tsx';
import { TraceList } from './TraceList.tsx';

/** Finds every trace of a caller, shows what will go, and takes it away after a press of its own. */
export function ForgetCaller({ privacy }: { privacy: PrivacyStore }) {
  const found = privacy.found.value;
  const count = privacy.chosen.value.size;
  return (
    <>
      <h3>{i18n.t('privacy.forget')}</h3>
      <form
        class="forget"
        onSubmit={(event) => {
          event.preventDefault();
          privacy.find();
        }}
      >
        <Field id="forget-who" label={i18n.t('privacy.who')} hint={i18n.t('privacy.outOfReach')}>
          <div class="time-row">
            <input
              id="forget-who"
              type="text"
              class="input"
              autocomplete="off"
              value={privacy.asked.value}
              aria-describedby={hintId('forget-who')}
              onInput={(event) => privacy.ask(event.currentTarget.value)}
            />
            <button type="submit" class="button">
              {i18n.t('privacy.find')}
            </button>
          </div>
        </Field>
      </form>
      <p role="status" class="hint">
        {said(privacy)}
      </p>
      {privacy.canUndo.value ? (
        <button type="button" class="button" onClick={() => privacy.undo()}>
          {i18n.t('privacy.undo')}
        </button>
      ) : null}
      {found && found.entries.length + found.drafts.length > 0 ? (
        <>
          <TraceList found={found} privacy={privacy} />
          <button
            type="button"
            class="button primary"
            disabled={count === 0}
            onClick={() => privacy.forget()}
          >
            {i18n.t('privacy.forgetThese', count, [wholeNumber(count)])}
          </button>
        </>
      ) : null}
    </>
  );
}

function said({ state, found, took, asked }: PrivacyStore): string {
  switch (state.value) {
    case 'searching':
      return i18n.t('privacy.searching');
    case 'found': {
      const count = (found.value?.entries.length ?? 0) + (found.value?.drafts.length ?? 0);
      return count === 0
        ? i18n.t('privacy.none', [asked.value])
        : i18n.t('privacy.found', count, [wholeNumber(count)]);
    }
    case 'forgotten':
      return i18n.t('privacy.forgotten', took.value, [wholeNumber(took.value)]);
    case 'undone':
      return i18n.t('privacy.undone');
    case 'failed':
      return i18n.t('privacy.failed');
    default:
      return '';
  }
}
