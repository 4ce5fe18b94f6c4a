import { expect, test, vi } from 'vitest';
import { aCallback, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { panelServices } from '../../tests/support/unit/services.ts';

const minute = 60_000;

test('has the background look when a reminder joins, whatever became of its alarm', async () => {
  const panel = await panelServices();
  const ten = promise(wednesday + 12 * minute);
  await panel.callbacks.add([aCallback({ id: idAt(50), promise: ten })]);
  await vi.waitFor(() => expect(panel.callbacks.open.value).toHaveLength(1));
  expect(panel.onNewReminder).not.toHaveBeenCalled();
  panel.time.pass(2 * minute);
  expect(panel.reminded.reminded.value.map(({ key }) => key)).toEqual([`${idAt(50)}|lead`]);
  expect(panel.onNewReminder).toHaveBeenCalledTimes(1);
  panel.time.pass(minute);
  expect(panel.onNewReminder).toHaveBeenCalledTimes(1);
  panel.time.pass(9 * minute);
  expect(panel.onNewReminder).toHaveBeenCalledTimes(2);
});

test('in a team reminds of what is mine and of what is nobody’s, not of what a colleague is late with', async () => {
  const [me, other] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'];
  const panel = await panelServices({ settings: { memberId: me } });
  const late = { promise: promise(wednesday - 60 * minute) };
  await panel.callbacks.add([
    aCallback({ id: idAt(50), ...late, owner: { id: me, name: 'Chris' } }),
    aCallback({ id: idAt(51), ...late, owner: { id: other, name: 'Chris' } }),
    aCallback({ id: idAt(52), ...late, owner: null }),
  ]);
  await vi.waitFor(() => expect(panel.callbacks.open.value).toHaveLength(3));
  const reminded = panel.reminded.reminded.value.map(({ callback }) => callback.id);
  expect(reminded.sort()).toEqual([idAt(50), idAt(52)]);
});
