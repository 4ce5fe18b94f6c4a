import { i18n } from '#i18n';
import type { Row, RowKey } from '../../lib/domain/insights/breakdown.ts';
import type { Figures, Share } from '../../lib/domain/insights/figures.ts';
import { locale } from '../../lib/i18n/language.ts';
import { oneDecimal, percent, wholeNumber } from '../../lib/i18n/numbers.ts';
import { lengthWords } from '../../lib/i18n/times.ts';
import { kindWord } from '../../lib/i18n/words.ts';

/** One column of a figure: how it reads in the table, and how in a CSV file. */
interface Column {
  head: string;
  cell: (figures: Figures) => string;
  /** With its unit, for a file that shows plain numbers. */
  csvHead?: string;
  csvCell: (figures: Figures) => string;
}

/** What is drawn of a figure, as a share from 0 to 1, ms, or a number. */
export interface Series {
  name: string;
  value: (figures: Figures) => number | null;
}

/** One figure as it is shown: large, drawn, in a table, in a file, and what it means. */
export interface FigureView {
  id: 'kept' | 'late' | 'missed' | 'reach';
  title: string;
  definition: string;
  unit: 'share' | 'length' | 'number';
  large: (figures: Figures) => string;
  under: (figures: Figures) => string;
  series: Series[];
  columns: Column[];
  /** True where this figure has something to say. */
  counts: (figures: Figures) => boolean;
}

/** The four figures. @param missedMinutes business minutes a missed call has */
export function figureViews(missedMinutes: number): FigureView[] {
  const none = i18n.t('insights.none');
  return [
    {
      id: 'kept',
      title: i18n.t('insights.kept'),
      definition: i18n.t('insights.keptWhat'),
      unit: 'share',
      large: ({ kept }) => shareWords(kept),
      under: ({ kept }) => ofWords(kept),
      series: [{ name: i18n.t('insights.kept'), value: ({ kept }) => shareOf(kept) }],
      columns: [
        shareColumn(({ kept }) => kept),
        countColumn(i18n.t('insights.keptCount'), ({ kept }) => kept.count),
        countColumn(i18n.t('insights.promises'), ({ kept }) => kept.of),
      ],
      counts: ({ kept }) => kept.of > 0,
    },
    {
      id: 'late',
      title: i18n.t('insights.late'),
      definition: i18n.t('insights.lateWhat'),
      unit: 'length',
      large: ({ lateness }) => lengthOr(lateness.median, none),
      under: ({ lateness: { p90, uncalled } }) =>
        [
          p90 === null ? '' : i18n.t('insights.lateUnder', [lengthWords(p90)]),
          uncalled === 0 ? '' : i18n.t('insights.uncalled', [wholeNumber(uncalled)]),
        ]
          .filter(Boolean)
          .join(' · '),
      series: [
        { name: i18n.t('insights.median'), value: ({ lateness }) => lateness.median },
        { name: i18n.t('insights.p90'), value: ({ lateness }) => lateness.p90 },
      ],
      columns: [
        lengthColumn(i18n.t('insights.median'), ({ lateness }) => lateness.median),
        lengthColumn(i18n.t('insights.p90'), ({ lateness }) => lateness.p90),
        countColumn(i18n.t('insights.lateCount'), ({ lateness }) => lateness.count),
        countColumn(i18n.t('insights.uncalledCount'), ({ lateness }) => lateness.uncalled),
      ],
      counts: ({ lateness }) => lateness.count + lateness.uncalled > 0,
    },
    {
      id: 'missed',
      title: i18n.t('insights.missed', [wholeNumber(missedMinutes)]),
      definition: i18n.t('insights.missedWhat'),
      unit: 'share',
      large: ({ missed }) => shareWords(missed),
      under: ({ missed }) => ofWords(missed),
      series: [{ name: i18n.t('insights.answered'), value: ({ missed }) => shareOf(missed) }],
      columns: [
        shareColumn(({ missed }) => missed),
        countColumn(i18n.t('insights.answered'), ({ missed }) => missed.count),
        countColumn(i18n.t('insights.missedCount'), ({ missed }) => missed.of),
      ],
      counts: ({ missed }) => missed.of > 0,
    },
    {
      id: 'reach',
      title: i18n.t('insights.reach'),
      definition: i18n.t('insights.reachWhat'),
      unit: 'number',
      large: ({ reach }) => (reach.mean === null ? none : oneDecimal(reach.mean)),
      under: ({ reach }) => (reach.count === 0 ? '' : i18n.t('insights.callers', [wholeNumber(reach.count)])),
      series: [{ name: i18n.t('insights.mean'), value: ({ reach }) => reach.mean }],
      columns: [
        {
          head: i18n.t('insights.mean'),
          cell: ({ reach }) => (reach.mean === null ? '–' : oneDecimal(reach.mean)),
          csvCell: ({ reach }) => (reach.mean === null ? '' : reach.mean.toFixed(2)),
        },
        countColumn(i18n.t('insights.reached'), ({ reach }) => reach.count),
      ],
      counts: ({ reach }) => reach.count > 0,
    },
  ];
}

/** What a row is called. @param zone the agent's IANA zone */
export function rowName(key: RowKey): string {
  const language = locale();
  switch (key.by) {
    case 'week':
      return Temporal.PlainDate.from(key.monday).toLocaleString(language, { day: 'numeric', month: 'short' });
    case 'kind':
      return kindWord(key.kind);
    case 'hour':
      return new Temporal.PlainTime(key.hour).toLocaleString(language, { hour: 'numeric' });
    case 'owner':
      return key.name ?? i18n.t('common.nobody');
  }
}

/** The rows a figure has something to say of; weeks and hours keep their gaps. */
export function rowsOf(view: FigureView, rows: readonly Row[]): Row[] {
  return rows.filter(({ key, figures }) => key.by === 'week' || key.by === 'hour' || view.counts(figures));
}

/** A figure as the rows of a CSV file, numbers plain: minutes, percent. */
export function csvRows(view: FigureView, rowHead: string, rows: readonly Row[]): string[][] {
  return [
    [rowHead, ...view.columns.map(({ head, csvHead }) => csvHead ?? head)],
    ...rows.map(({ key, figures }) => [
      key.by === 'week' ? key.monday : rowName(key),
      ...view.columns.map(({ csvCell }) => csvCell(figures)),
    ]),
  ];
}

function countColumn(head: string, count: (figures: Figures) => number): Column {
  return {
    head,
    cell: (figures) => wholeNumber(count(figures)),
    csvCell: (figures) => String(count(figures)),
  };
}

function shareColumn(share: (figures: Figures) => Share): Column {
  const head = i18n.t('insights.share');
  const plain = (value: number | null) => (value === null ? '' : (value * 100).toFixed(1));
  return {
    head,
    cell: (figures) => percentOr(shareOf(share(figures)), '–'),
    csvHead: i18n.t('insights.unitPercent', [head]),
    csvCell: (figures) => plain(shareOf(share(figures))),
  };
}

function lengthColumn(head: string, length: (figures: Figures) => number | null): Column {
  const plain = (ms: number | null) => (ms === null ? '' : (ms / 60_000).toFixed(1));
  return {
    head,
    cell: (figures) => lengthOr(length(figures), '–'),
    csvHead: i18n.t('insights.unitMinutes', [head]),
    csvCell: (figures) => plain(length(figures)),
  };
}

function shareOf({ count, of }: Share): number | null {
  return of === 0 ? null : count / of;
}

function shareWords(share: Share): string {
  return percentOr(shareOf(share), i18n.t('insights.none'));
}

function percentOr(share: number | null, none: string): string {
  return share === null ? none : percent(share);
}

function lengthOr(ms: number | null, none: string): string {
  return ms === null ? none : lengthWords(ms);
}

function ofWords({ count, of }: Share): string {
  return of === 0 ? '' : i18n.t('insights.of', [wholeNumber(count), wholeNumber(of)]);
}
