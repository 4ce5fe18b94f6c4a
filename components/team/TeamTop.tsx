import { useList } from '../app-context.ts';
import { Doubles } from './Doubles.tsx';
import { SyncLine } from './SyncLine.tsx';

/** What stands above the list of who works in a team. */
export function TeamTop() {
  const { people, sync } = useList();
  return (
    <>
      <SyncLine sync={sync.value} />
      {people.value.length > 0 ? <Doubles /> : null}
    </>
  );
}
