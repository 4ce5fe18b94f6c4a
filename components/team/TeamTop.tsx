import { useList } from '../app-context.ts';
import { Doubles } from './Doubles.tsx';
import { SyncLine } from './SyncLine.tsx';

/** What stands above the list of who works in a team. Each part is drawn anew by itself: doubles are long looked for. */
export function TeamTop() {
  return (
    <>
      <Sync />
      <DoublesOfTeam />
    </>
  );
}

function Sync() {
  return <SyncLine sync={useList().sync.value} />;
}

function DoublesOfTeam() {
  return useList().people.value.length > 0 ? <Doubles /> : null;
}
