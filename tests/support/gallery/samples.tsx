import { Field } from '../../../components/ui/Field.tsx';
import { Icon, type IconName } from '../../../components/ui/Icon.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';

const states = ['', 'is-hover', 'is-focus'];
const icons: IconName[] = ['alert', 'search', 'phone', 'copy', 'edit', 'page', 'trash', 'check', 'close'];
const nothing = () => {};

/** Everything that is pressed, as it is, pointed at and focused. */
export function Controls() {
  return (
    <main class="samples">
      <h1 class="visually-hidden">Samples</h1>
      {['button primary', 'button', 'button quiet', 'chip', 'link'].map((kind) => (
        <p key={kind}>
          {states.map((state) => (
            <button key={state} type="button" class={`${kind} ${state}`}>
              Save callback
            </button>
          ))}
          <button type="button" class={kind} disabled>
            Save callback
          </button>
        </p>
      ))}
      <p>
        {['true', 'false'].map((pressed) => (
          <button key={pressed} type="button" class="chip" aria-pressed={pressed === 'true'}>
            Mine
          </button>
        ))}
        <button type="button" class="chip">
          A chip with so much to say that it does not fit on a single line of a narrow panel
        </button>
      </p>
      <p>
        {icons.map((icon) => (
          <IconButton key={icon} icon={icon} label={icon} onClick={nothing} />
        ))}
      </p>
      <p>
        <IconButton icon="check" label="pressed" pressed onClick={nothing} />
        <IconButton icon="check" label="not pressed" pressed={false} onClick={nothing} />
        <label class="tick">
          <input type="checkbox" checked /> Voicemail heard
        </label>
        <label class="tick">
          <input type="checkbox" class="is-focus" /> Voicemail heard
        </label>
      </p>
    </main>
  );
}

/** Everything that is filled in: empty, filled, focused, refused, unavailable. */
export function Fields() {
  return (
    <main class="samples">
      <h1 class="visually-hidden">Samples</h1>
      <Field id="a" label="Caller name">
        <input id="a" class="input" type="text" />
      </Field>
      <Field id="b" label="Caller name" hint="On the page: Customer">
        <input id="b" class="input is-focus" type="text" value="Rosalind Okafor" />
      </Field>
      <Field id="c" label="Phone number" problem="There are no digits in this number.">
        <input id="c" class="input" type="tel" value="unknown" aria-invalid="true" />
      </Field>
      <Field id="d" label="Owner">
        <input id="d" class="input" type="text" placeholder="nobody" disabled />
      </Field>
      <Field id="e" label="Status">
        <select id="e" class="input">
          <option>waiting on internal answer</option>
        </select>
      </Field>
      <Field id="f" label="Reason">
        <textarea
          id="f"
          class="input"
          value={'Asked for a new arrival window.\nThe gate code has changed.'}
        />
      </Field>
    </main>
  );
}

/** What only says something. */
export function Signs() {
  return (
    <main class="samples">
      <h1 class="visually-hidden">Samples</h1>
      <p>
        <span class="tag late">Escalated: second time this month</span>
        <span class="tag">Called again 2 times</span>
        <span class="tag">Not logged</span>
      </p>
      <div class="notice">
        <strong>Nothing is read without you</strong>
        <p>A page is read when you ask for it.</p>
        <button type="button" class="button">
          Always read this site
        </button>
      </div>
      <div class="notice warning">
        <strong>The list cannot be read.</strong>
        <p>The browser gives Ringback no storage.</p>
      </div>
      <div class="status-line">
        <p class="status">Saved Rosalind Okafor</p>
        <p class="undo">
          <button type="button" class="button quiet">
            Undo
          </button>
          <IconButton icon="close" label="Dismiss" onClick={nothing} />
        </p>
      </div>
      <div class="skeleton">
        <div />
        <div />
      </div>
      <p class="muted">
        <Icon name="search" /> quiet text, <span class="hint">a hint</span>,{' '}
        <span class="problem">a problem</span>
      </p>
    </main>
  );
}
