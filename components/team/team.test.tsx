// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Callback } from '../../lib/domain/callback.ts';
import { aCallback, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { all, click, get, says, show } from '../../tests/support/unit/screen.ts';
import { panelServices, popupServices } from '../../tests/support/unit/services.ts';
import { ListContext } from '../app-context.ts';
import { Panel } from '../Panel.tsx';
import { Review } from '../review/Review.tsx';

const sam = { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Sam Agent' };
const alex = { id: '01890a5d-ac96-774b-bcce-b302099a8058', name: 'Alex' };
const robin = { id: '01890a5d-ac96-774b-bcce-b302099a8059', name: 'Robin' };
const inTeam = { settings: { memberId: sam.id } };

describe('the review of a team', () => {
  async function aTeamReview(entries: Partial<Callback>[]) {
    const services = popupServices(inTeam);
    services.people.value = [alex, sam];
    await services.callbacks.add(
      entries.map((changes, place) =>
        aCallback({ id: idAt(50 + place), callerName: `caller ${place}`, ...changes }),
      ),
    );
    await vi.waitFor(() => expect(services.callbacks.open.value).toHaveLength(entries.length));
    show(<Review services={services} />);
    await vi.waitFor(() => get('heading', 'The team’s open callbacks'), { timeout: 5_000 });
    return services;
  }
  const groups = () =>
    [...document.querySelectorAll('.team-review summary')].map((summary) => summary.textContent);

  test('shows everybody’s by owner, nobody’s first, and what a colleague is late with only there', async () => {
    const late = promise(wednesday - 3_600_000);
    await aTeamReview([{ owner: alex, promise: late }, { owner: sam }, { owner: null }, { owner: robin }]);
    expect(groups()).toEqual([
      'No owner1 open, 0 overdue',
      'Robin (has left)1 open, 0 overdue',
      'Alex1 open, 1 overdue',
      'Sam Agent1 open, 0 overdue',
    ]);
    get('heading', 'Overdue (0)');
    get('heading', 'Still open (2)');
  });

  test('lets me take what nobody or somebody else has', async () => {
    const { repositories } = await aTeamReview([{ owner: robin }, { owner: sam }]);
    expect(all('button', /^Take /)).toHaveLength(1);
    click(get('button', 'Take it: caller 0'));
    await vi.waitFor(async () => expect((await repositories.callbacks.get(idAt(50)))?.owner).toEqual(sam));
  });

  test('who is too late to take one is told who has it', async () => {
    const { repositories } = await aTeamReview([{ owner: null }]);
    const button = get('button', 'Take it: caller 0');
    // On its way when the button is pressed: the screen does not show it yet.
    void repositories.callbacks.update(idAt(50), (stored) => ({ ...stored, owner: alex }));
    click(button);
    await vi.waitFor(() => expect(says()).toBe('Alex has caller 0 already'));
    expect((await repositories.callbacks.get(idAt(50)))?.owner).toEqual(alex);
  });

  test('is not there for who works alone', async () => {
    const services = popupServices();
    show(<Review services={services} />);
    await services.callbacks.loaded;
    expect(all('heading', 'The team’s open callbacks')).toHaveLength(0);
  });
});

describe('a caller who is on the list twice', () => {
  test('is told with who has them, and made one with a press', async () => {
    const services = await panelServices(inTeam);
    services.people.value = [alex, sam];
    await services.callbacks.add([
      aCallback({ id: idAt(50), callerName: 'Dana Lee', owner: alex, reason: 'Boiler leaks' }),
      aCallback({ id: idAt(51), callerName: 'Dana Lee', owner: sam, reason: 'Wants an invoice' }),
    ]);
    show(
      <ListContext.Provider value={services}>
        <Panel services={services} shownId={null} />
      </ListContext.Provider>,
    );
    const notice = await vi.waitFor(
      () => {
        const found = document.querySelector<HTMLElement>('[aria-label="On the list twice"]');
        expect(found).not.toBeNull();
        return found as HTMLElement;
      },
      { timeout: 4_000 },
    );
    expect(notice.textContent).toContain('Dana Lee is on the list twice (Alex and Sam Agent).');
    click(get('button', 'Make them one', notice));
    await vi.waitFor(() => expect(says()).toBe('Merged, Dana Lee is on the list once.'));
    const open = await services.repositories.callbacks.open();
    expect(open).toMatchObject([{ id: idAt(50), owner: alex, calledAgain: 1 }]);
    expect(open[0]?.reason).toBe('Boiler leaks\nWants an invoice');
    await vi.waitFor(() => expect(notice.isConnected).toBe(false));
  });

  describe('with what was done since they were drawn', () => {
    async function drawn() {
      const services = await panelServices(inTeam);
      services.people.value = [alex, sam];
      await services.callbacks.add([
        aCallback({ id: idAt(50), callerName: 'Dana Lee', owner: alex, reason: 'Boiler leaks' }),
        aCallback({ id: idAt(51), callerName: 'Dana Lee', owner: sam, reason: 'Wants an invoice' }),
      ]);
      show(<Panel services={services} shownId={null} />);
      const button = await vi.waitFor(() => get('button', 'Make them one'), { timeout: 4_000 });
      return { button, ...services };
    }

    test('is made one: nothing a colleague wrote is lost', async () => {
      const { button, repositories } = await drawn();
      // Stored when the button is pressed; the screen does not show it yet.
      void repositories.callbacks.update(idAt(51), (stored) => ({ ...stored, notes: 'Gate code 4711' }));
      click(button);
      await vi.waitFor(() => expect(says()).toBe('Merged, Dana Lee is on the list once.'));
      expect(await repositories.callbacks.open()).toMatchObject([{ id: idAt(50), notes: 'Gate code 4711' }]);
    });

    test('is left two where a colleague has closed one of them', async () => {
      const { button, repositories } = await drawn();
      const closed = { status: 'completed', closedAt: wednesday } as const;
      void repositories.callbacks.update(idAt(51), (stored) => ({ ...stored, ...closed }));
      click(button);
      await vi.waitFor(() => expect(button.isConnected).toBe(false), { timeout: 4_000 });
      expect(await repositories.callbacks.get(idAt(51))).toMatchObject(closed);
      const kept = { status: 'needs call', calledAgain: 0, reason: 'Boiler leaks' };
      expect(await repositories.callbacks.get(idAt(50))).toMatchObject(kept);
    });
  });

  test('of one number under two names may stay two, or be made one; either can be undone', async () => {
    const services = await panelServices(inTeam);
    services.people.value = [alex, sam];
    await services.callbacks.add([
      aCallback({ id: idAt(50), callerName: 'Dana Lee', owner: alex }),
      aCallback({ id: idAt(51), callerName: 'Dana', owner: sam }),
    ]);
    show(<Panel services={services} shownId={null} />);
    const notice = () => document.querySelector('[aria-label="On the list twice"]')?.textContent ?? '';
    const asks = () =>
      vi.waitFor(
        () =>
          expect(notice()).toContain(
            'Dana Lee and Dana have the same number (Alex and Sam Agent). It may be a shared line.',
          ),
        { timeout: 4_000 },
      );
    await asks();
    click(get('button', 'Keep both'));
    await vi.waitFor(() => expect(notice()).toBe(''));
    await services.undo.undo();
    await asks();
    click(get('button', 'Make them one'));
    await vi.waitFor(() => expect(says()).toBe('Merged, Dana Lee is on the list once.'));
    expect(await services.repositories.callbacks.open()).toMatchObject([{ id: idAt(50), notes: 'Dana' }]);
    await services.undo.undo();
    await vi.waitFor(async () => expect(await services.repositories.callbacks.open()).toHaveLength(2));
    expect(await services.repositories.callbacks.get(idAt(50))).toMatchObject({ notes: '' });
  });
});

test('what colleagues are late with is one press away from the list', async () => {
  const services = await panelServices(inTeam);
  services.people.value = [alex, sam];
  const late = promise(wednesday - 3_600_000);
  await services.callbacks.add([
    aCallback({ id: idAt(50), callerName: 'Dana Lee', owner: alex, promise: late }),
  ]);
  show(<Panel services={services} shownId={null} />);
  const more = await vi.waitFor(() => {
    const found = document.querySelector<HTMLDetailsElement>('.with-colleagues');
    if (!found) throw new Error('nothing is said of colleagues');
    return found;
  });
  expect(more.textContent).toBe('Overdue with colleagues: 1');
  expect(all('listitem', /Dana Lee/)).toHaveLength(0);
  more.open = true;
  more.dispatchEvent(new Event('toggle'));
  await vi.waitFor(() => get('heading', 'The team’s open callbacks', more), { timeout: 5_000 });
  get('button', 'Take it: Dana Lee', more);
});

test('each entry shows whether the team has it, and who is on the phone', async () => {
  const services = await panelServices(inTeam);
  services.people.value = [alex, sam];
  await services.callbacks.add([aCallback({ id: idAt(50), callerName: 'Dana Lee', owner: sam })]);
  const marks = { isSaved: () => false, callerOf: () => null };
  services.team.value = marks;
  show(<Panel services={services} shownId={null} />);
  const cloud = () => document.querySelector('[data-callback] [role=img]')?.getAttribute('aria-label');
  await vi.waitFor(() => expect(cloud()).toBe('Not with the team yet'));
  expect(document.body.textContent).not.toContain('is calling');
  services.team.value = { isSaved: () => true, callerOf: () => 'Alex' };
  await vi.waitFor(() => expect(cloud()).toBe('With the team'));
  expect(document.body.textContent).toContain('Alex is calling');
});
