import { useMemo } from 'preact/hooks';
import { usePanel } from '../app-context.ts';
import { knownOwners } from '../known-owners.ts';

/** Names to choose from wherever an owner is typed. Gone through anew only when the list has changed. */
export function KnownOwners() {
  const { settings, people, callbacks } = usePanel();
  const [yourName, members] = [settings.settings.value.yourName, people.value];
  const [open, closed] = [callbacks.open.value, callbacks.closed.value];
  const names = useMemo(
    () => knownOwners(yourName, members, open, closed),
    [yourName, members, open, closed],
  );
  return (
    <datalist id="known-owners">
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
