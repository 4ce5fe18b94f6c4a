import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LockedPage } from '../../lib/stores/locked-page.ts';
import type { UnlockProblem } from '../../lib/stores/unlock-store.ts';
import { Field, hintId } from '../ui/Field.tsx';
import { EraseAll } from './EraseAll.tsx';

/** What panel, pop-up and options show while locked: how much is open, nobody's name, and the way in. */
export function LockedScreen({ page }: { page: LockedPage }) {
  const { store, counts, captureRefused } = page;
  const field = useRef<HTMLInputElement>(null);
  const problem = problemWords(store.problem.value);
  useEffect(() => {
    document.title = i18n.t('lock.lockedTitle');
    field.current?.focus();
  }, []);
  // Said, and ready for the next try.
  useEffect(() => {
    if (problem) field.current?.select();
  }, [problem]);
  return (
    <main class="locked">
      <h1>{i18n.t('lock.lockedTitle')}</h1>
      <p class="locked-counts">{counts.value ? countWords(counts.value) : ''}</p>
      <p role="status" class={captureRefused.value ? 'notice warning' : undefined}>
        {captureRefused.value ? i18n.t('lock.captureRefused') : ''}
      </p>
      <form
        class="locked-form"
        onSubmit={(event) => {
          event.preventDefault();
          store.unlock(field.current?.value ?? '');
        }}
      >
        <Field id="passcode" label={i18n.t('lock.passcode')} hint={i18n.t('lock.lockedHint')}>
          <input
            ref={field}
            id="passcode"
            class="input"
            type="password"
            autocomplete="off"
            required
            aria-describedby={`${hintId('passcode')} passcode-problem`}
            aria-invalid={problem ? 'true' : undefined}
          />
        </Field>
        <p id="passcode-problem" role="alert" class="problem">
          {problem}
        </p>
        <button type="submit" class="button primary" disabled={store.trying.value}>
          {store.trying.value ? i18n.t('lock.unlocking') : i18n.t('lock.unlock')}
        </button>
      </form>
      <details>
        <summary>{i18n.t('lock.forgotten')}</summary>
        <p class="muted">{i18n.t('lock.forgottenHint')}</p>
        <EraseAll erase={page.erase} />
      </details>
    </main>
  );
}

/** Why it is still locked, in words; '' where nothing is wrong. */
export function problemWords(problem: UnlockProblem): string {
  switch (problem?.why) {
    case 'wrong':
      return i18n.t('lock.wrong');
    case 'wait':
      return i18n.t('lock.wait', problem.seconds);
    case 'damaged':
      return i18n.t('lock.damaged');
    default:
      return '';
  }
}

function countWords({ open, overdue, today }: { open: number; overdue: number; today: number }): string {
  return [
    i18n.t('badge.open', open),
    ...(overdue > 0 ? [i18n.t('badge.overdue', [overdue])] : []),
    ...(today > 0 ? [i18n.t('badge.today', [today])] : []),
  ].join(', ');
}
