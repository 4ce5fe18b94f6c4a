import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { LockProblem, LockStore } from '../../lib/stores/lock-store.ts';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { EraseAll } from '../lock/EraseAll.tsx';
import { problemWords } from '../lock/LockedScreen.tsx';
import '../lock/lock.css';
import { Field, hintId } from '../ui/Field.tsx';
import { NumberField } from './NumberField.tsx';

interface LockOptionsProps {
  store: OptionsStore;
  lock: LockStore;
}

/** The passcode: setting it, changing it, taking it away, and what it does and does not do. */
export function LockOptions({ store, lock }: LockOptionsProps) {
  const on = lock.on.value;
  return (
    <section id="lock">
      <h2>{i18n.t('lock.title')}</h2>
      <p class="hint">{i18n.t('lock.protects')}</p>
      <p class="hint">{i18n.t('lock.inTheClear')}</p>
      <p role="status">{newsWords(lock)}</p>
      {on === false ? <TurnOn lock={lock} /> : null}
      {on ? (
        <>
          <p class="hint">{i18n.t('lock.remains')}</p>
          <NumberField
            id="lock-after"
            label={i18n.t('lock.after')}
            hint={i18n.t('lock.afterHint')}
            value={store.settings.value.lockAfterMinutes}
            problem={store.errors.value.lockAfterMinutes ? i18n.t('lock.afterProblem') : undefined}
            onSave={(minutes) => store.change({ lockAfterMinutes: minutes })}
          />
          <div class="form-actions">
            <button type="button" class="button" onClick={() => lock.lockNow()}>
              {i18n.t('lock.now')}
            </button>
          </div>
          <Change lock={lock} />
          <TurnOff lock={lock} />
        </>
      ) : null}
      <details>
        <summary>{i18n.t('lock.eraseTitle')}</summary>
        <p class="hint">{i18n.t('lock.eraseWhy')}</p>
        <EraseAll erase={lock.erase} />
      </details>
    </section>
  );
}

function TurnOn({ lock }: { lock: LockStore }) {
  return (
    <PasscodeForm
      lock={lock}
      submit={i18n.t('lock.turnOn')}
      onSubmit={(typed) => lock.turnOn(typed('lock-new'), typed('lock-again'))}
    >
      <NewPasscode />
    </PasscodeForm>
  );
}

function Change({ lock }: { lock: LockStore }) {
  return (
    <details>
      <summary>{i18n.t('lock.change')}</summary>
      <PasscodeForm
        lock={lock}
        submit={i18n.t('lock.change')}
        onSubmit={(typed) => lock.change(typed('lock-current'), typed('lock-new'), typed('lock-again'))}
      >
        <Passcode id="lock-current" label={i18n.t('lock.current')} />
        <NewPasscode />
      </PasscodeForm>
    </details>
  );
}

function TurnOff({ lock }: { lock: LockStore }) {
  return (
    <details>
      <summary>{i18n.t('lock.turnOff')}</summary>
      <PasscodeForm
        lock={lock}
        submit={i18n.t('lock.turnOff')}
        onSubmit={(typed) => lock.turnOff(typed('lock-off'))}
      >
        <Passcode id="lock-off" label={i18n.t('lock.passcode')} hint={i18n.t('lock.turnOffHint')} />
      </PasscodeForm>
    </details>
  );
}

interface PasscodeFormProps {
  lock: LockStore;
  submit: string;
  /** @returns whether it was done: then the fields are emptied */
  onSubmit: (typed: (id: string) => string) => Promise<boolean>;
  children: ComponentChildren;
}

function PasscodeForm({ lock, submit, onSubmit, children }: PasscodeFormProps) {
  const busy = lock.progress.value !== null;
  return (
    <form
      class="passcode-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const fields = event.currentTarget;
        const typed = (id: string) => fields.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
        if (await onSubmit(typed)) fields.reset();
      }}
    >
      {children}
      <p role="alert" class="problem">
        {lockProblemWords(lock.problem.value)}
      </p>
      <div class="form-actions">
        <button type="submit" class="button" disabled={busy}>
          {submit}
        </button>
      </div>
    </form>
  );
}

function NewPasscode() {
  return (
    <>
      <Passcode id="lock-new" label={i18n.t('lock.new')} hint={i18n.t('lock.newHint')} />
      <Passcode id="lock-again" label={i18n.t('lock.again')} />
    </>
  );
}

function Passcode({ id, label, hint }: { id: string; label: string; hint?: string }) {
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        type="password"
        class="input"
        autocomplete="off"
        required
        aria-describedby={hintId(id)}
      />
    </Field>
  );
}

function newsWords({ news, progress }: LockStore): string {
  if (progress.value !== null) return i18n.t('lock.working', [Math.round(progress.value * 100)]);
  switch (news.value) {
    case 'turned on':
      return i18n.t('lock.turnedOn');
    case 'changed':
      return i18n.t('lock.changed');
    case 'turned off':
      return i18n.t('lock.turnedOff');
    default:
      return '';
  }
}

function lockProblemWords(problem: LockProblem): string {
  switch (problem?.why) {
    case 'short':
      return i18n.t('lock.short');
    case 'different':
      return i18n.t('lock.different');
    case 'failed':
      return i18n.t('privacy.failed');
    default:
      return problemWords(problem);
  }
}
