import { Component } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import type { Group } from '../../lib/domain/groups.ts';
import { locale } from '../../lib/i18n/language.ts';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import { groupWord } from '../../lib/i18n/words.ts';
import type { LongList } from '../../lib/stores/long-list.ts';
import { useList } from '../app-context.ts';
import { Later } from '../team/Later.tsx';
import { LongRows, useWasLong } from '../ui/LongRows.tsx';
import { isSamePlace, type RowPlace } from '../ui/long-rows.ts';
import { AnonymisedItem } from './AnonymisedItem.tsx';
import { CallbackItem } from './CallbackItem.tsx';
import { ListMenu } from './ListMenu.tsx';
import { ListSearch } from './ListSearch.tsx';
import { OwnerFilterChips } from './OwnerFilter.tsx';

interface CallbackListProps {
  list: LongList;
  /** The entry to open, from a notification. */
  shownId: string | null;
  /** Leads to Next call mode. */
  onNextCall: () => void;
}

/** Everything promised, in the one urgency order, under its groups. */
export function CallbackList({ list, shownId, onNextCall }: CallbackListProps) {
  const { callbacks } = useList();
  const state = callbacks.state.value;
  const isLong = useWasLong(list.open.value.length + list.closedCount.value);
  return (
    <section class="callbacks" aria-label={i18n.t('list.title')}>
      <ListSearch list={list} isLong={isLong} />
      <div class="list-tools">
        <OwnerFilterChips />
        <span class="list-ways">
          <button type="button" class="button quiet" onClick={onNextCall}>
            {i18n.t('calling.next')}
          </button>
          <ListMenu />
        </span>
      </div>
      {state === 'failed' ? (
        <div class="notice warning" role="alert">
          <strong>{i18n.t('list.failed')}</strong>
          <p>{i18n.t('list.failedHint')}</p>
        </div>
      ) : state === 'loading' ? (
        <div class="skeleton" aria-hidden="true">
          <div />
          <div />
          <div />
        </div>
      ) : (
        <Groups list={list} shownId={shownId} />
      )}
    </section>
  );
}

function Groups({ list, shownId }: Pick<CallbackListProps, 'list' | 'shownId'>) {
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const open = list.open.value;
  const closedCount = list.closedCount.value;
  const search = list.search.value.trim();
  const hasClosed = closedCount > 0;

  const keyOf = useCallback((index: number) => open[index]?.callback.id ?? index - open.length, [open]);
  const onShown = useCallback(
    (first: number, last: number) => {
      // Closed ones are read only where they come into view.
      if (last >= open.length) list.showClosed(Math.max(0, first - open.length), last - open.length);
    },
    [list, open.length],
  );
  const onEditing = useCallback(
    (id: string, editing: boolean) => {
      list.hold(id, editing);
      setEdited((before) => new Set(editing ? [...before, id] : [...before].filter((one) => one !== id)));
    },
    [list],
  );
  const places = useMemo(() => new Map(open.map(({ callback }, at) => [callback.id, at])), [open]);
  const keep = [...edited].flatMap((id) => places.get(id) ?? []);
  const asked = list.revealed.value;
  const at = places.get(asked?.id ?? shownId ?? '');
  const { value: from } = list.closedFrom;
  const revealed = at === undefined ? null : { index: at, why: asked ?? shownId };

  return (
    <>
      {from > 0 ? (
        <p class="older-shown">
          {i18n.t('list.olderShown', [ordinal(from + 1), ordinal(from + closedCount)])}
          <button type="button" class="button quiet" onClick={() => list.showLatest()}>
            {i18n.t('list.latest')}
          </button>
        </p>
      ) : null}
      {list.lateWithColleagues.value > 0 ? <WithColleagues count={list.lateWithColleagues.value} /> : null}
      {open.length === 0 && (search === '' || !(hasClosed || list.looking.value)) ? (
        <NothingHere search={search} />
      ) : null}
      <LongRows
        label={i18n.t('list.title')}
        count={open.length + closedCount}
        keyOf={keyOf}
        keep={keep}
        onShown={onShown}
        reveal={from > 0 ? { index: open.length, why: from } : revealed}
        render={(index, place, wait) => {
          const row = open[index];
          const closed = index - open.length;
          const callback = row?.callback ?? list.closedAt(closed);
          const heading = row
            ? groupHeading(row.group, row.groupSize)
            : closed === 0
              ? closedHeading(list)
              : null;
          if (!callback) return <Waiting key={`closed ${closed}`} heading={heading} place={place} />;
          const height = wait();
          if (height !== null) {
            const style = { ...place.style, height: `${height}px` };
            return <li key={`place ${index}`} {...place} style={style} aria-busy="true" />;
          }
          return (
            <Row
              key={callback.id}
              callback={callback}
              group={row?.group ?? 'closed'}
              heading={heading}
              shown={callback.id === shownId}
              place={place}
              onEditing={onEditing}
            />
          );
        }}
      />
      {list.goesOn.value ? (
        <button type="button" class="button quiet wide" onClick={() => list.showOlder()}>
          {i18n.t('list.older')}
        </button>
      ) : null}
    </>
  );
}

const teamReview = async () => (await import('../team/TeamReview.tsx')).TeamReview;

/** What colleagues are late with is theirs to see to: it stands in the team's review, one press away. */
function WithColleagues({ count }: { count: number }) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="with-colleagues" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{i18n.t('team.lateWithColleagues', [wholeNumber(count)])}</summary>
      {opened ? <Later load={teamReview} /> : null}
    </details>
  );
}

interface RowProps {
  callback: Callback;
  group: Group;
  heading: string | null;
  shown: boolean;
  place: RowPlace;
  onEditing: (id: string, editing: boolean) => void;
}

/** Drawn anew only where it has changed: each key of a search and each turn of the wheel draws the whole list. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: Readonly<RowProps>): boolean {
    const { callback, group, heading, shown, onEditing, place } = this.props;
    return !(
      next.callback === callback &&
      next.group === group &&
      next.heading === heading &&
      next.shown === shown &&
      next.onEditing === onEditing &&
      isSamePlace(next.place, place)
    );
  }

  override render({ callback, heading, place, ...rest }: RowProps) {
    return callback.anonymisedAt === null ? (
      <CallbackItem callback={callback} heading={heading} place={place} {...rest} />
    ) : (
      <AnonymisedItem callback={callback} heading={heading} place={place} />
    );
  }
}

/** A closed entry that is being read: as tall as one, so that nothing jumps when it comes. */
function Waiting({ heading, place }: { heading: string | null; place: RowPlace }) {
  return (
    <li class="entry group-closed" aria-busy="true" {...place}>
      {heading ? <h2 class="group-title">{heading}</h2> : null}
      <div class="skeleton" aria-hidden="true">
        <div />
      </div>
    </li>
  );
}

const ordinal = (nth: number) => nth.toLocaleString(locale());

function groupHeading(group: Group, size: number | null): string | null {
  return size === null ? null : `${groupWord(group)} · ${size.toLocaleString(locale())}`;
}

function closedHeading(list: LongList): string {
  const { count, more } = list.closedTotal.value;
  return `${groupWord('closed')} · ${count.toLocaleString(locale())}${more ? '+' : ''}`;
}

function NothingHere({ search }: { search: string }) {
  return (
    <div class="empty">
      {search === '' ? (
        <>
          <p>{i18n.t('list.empty')}</p>
          <p class="muted">{i18n.t('list.emptyHint')}</p>
        </>
      ) : (
        <p>{i18n.t('list.noMatch', [search])}</p>
      )}
    </div>
  );
}
