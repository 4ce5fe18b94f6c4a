import type { Control, Screen } from '../browsers/screen.ts';
import { type Patience, until } from '../wait.ts';

/** What is typed into the form; what is left out stays as capture filled it. */
export interface FormInput {
  name?: string;
  phone?: string;
  reason?: string;
  time?: string;
  reference?: string;
  owner?: string;
  kind?: string;
  status?: string;
}

const textboxes = {
  name: 'Caller name',
  phone: 'Phone number',
  reason: 'Reason',
  time: 'Promised time',
  reference: 'Account or ticket',
} as const;

/** The form's text fields by what they hold. */
export type FormField = keyof typeof textboxes;

/** One text field of the form. */
export function formField(panel: Screen, field: FormField): Promise<Control> {
  return panel.find('textbox', textboxes[field]);
}

/** Types into the form. */
export async function fillForm(panel: Screen, input: FormInput): Promise<void> {
  for (const field of Object.keys(textboxes) as FormField[]) {
    const text = input[field];
    if (text !== undefined) await (await formField(panel, field)).fill(text);
  }
  if (input.owner !== undefined) await (await panel.find('combobox', 'Owner')).fill(input.owner);
  if (input.kind !== undefined) await (await panel.find('combobox', 'Kind')).choose(input.kind);
  if (input.status !== undefined) await (await panel.find('combobox', 'Status')).choose(input.status);
}

/** What the form's text fields hold. */
export async function readForm(panel: Screen): Promise<Record<FormField, string>> {
  const entries = (Object.keys(textboxes) as FormField[]).map(
    async (field) => [field, await (await formField(panel, field)).value()] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as Record<FormField, string>;
}

/** Waits until a status region of the screen says something like this. */
export function statusSays(screen: Screen, words: RegExp, patience: Patience = {}): Promise<string> {
  return until(
    `a status that says ${words}`,
    async () => {
      const said: string[] = [];
      for (const region of await screen.all('status')) {
        const text = await region.text();
        if (words.test(text)) return text;
        said.push(text);
      }
      throw new Error(`says ${JSON.stringify(said)}`);
    },
    patience,
  );
}

/** So much of a screen is told where it does not show what was waited for. */
const mostTold = 1_500;

/** Waits until the screen shows words like these anywhere. */
export async function shows(screen: Screen, words: RegExp, patience: Patience = {}): Promise<void> {
  const look = async () => {
    const text = await screen.run(() => document.body.textContent ?? '');
    if (words.test(text)) return true;
    throw new Error(`shows "${text.slice(0, mostTold)}"`);
  };
  await until(`words like ${words}`, look, patience);
}

/** Saves what is in the form and waits until the panel says that this one is stored. */
export async function save(panel: Screen): Promise<string> {
  const { name, phone } = await readForm(panel);
  await (await panel.find('button', 'Save callback')).click();
  return statusSays(panel, new RegExp(`^Saved .*${escaped(name || phone)}`));
}

/** Empties the form and waits until the panel says so. */
export async function clearForm(panel: Screen): Promise<void> {
  await (await panel.find('button', 'Clear')).click();
  await statusSays(panel, /^Form cleared/);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
