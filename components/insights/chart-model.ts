import { i18n } from '#i18n';
import type { Row } from '../../lib/domain/insights/breakdown.ts';
import { oneDecimal, percent, wholeNumber } from '../../lib/i18n/numbers.ts';
import { lengthWords } from '../../lib/i18n/times.ts';
import { type FigureView, rowName } from './figure-tables.ts';

/** What is to be drawn: bars for the first series, marks for a second. */
export interface ChartModel {
  names: string[];
  series: { name: string; values: (number | null)[] }[];
  /** Largest value of the axis; null lets the values decide. */
  top: number | null;
  /** A value as it stands on the axis. */
  tick: (value: number) => string;
  /** A value as it is told of one bar. */
  say: (value: number) => string;
}

/** The code that draws, loaded when there is something to draw. */
export type DrawChart = (
  place: HTMLElement,
  model: ChartModel,
  onPoint: (index: number | null) => void,
) => { show: (model: ChartModel) => void; destroy: () => void };

const minute = 60_000;

export function chartModel(view: FigureView, rows: readonly Row[]): ChartModel {
  const series = view.series.map(({ name, value }) => ({
    name,
    values: rows.map(({ figures }) => value(figures)),
  }));
  const names = rows.map(({ key }) => rowName(key));
  switch (view.unit) {
    case 'share':
      return { names, series, top: 1, tick: percent, say: percent };
    case 'number':
      return { names, series, top: null, tick: (value) => wholeOrDecimal(value), say: oneDecimal };
    case 'length': {
      const largest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
      const unit = unitFor(largest);
      return {
        names,
        series: series.map(({ name, values }) => ({
          name,
          values: values.map((value) => (value === null ? null : value / unit.ms)),
        })),
        top: null,
        tick: (value) => unit.words(value),
        say: (value) => lengthWords(value * unit.ms),
      };
    }
  }
}

/** The unit in which the axis stays short. */
function unitFor(ms: number): { ms: number; words: (value: number) => string } {
  if (ms <= 120 * minute) {
    return { ms: minute, words: (value) => i18n.t('units.minutes', [wholeOrDecimal(value)]) };
  }
  if (ms <= 72 * 60 * minute) {
    return { ms: 60 * minute, words: (value) => i18n.t('units.hours', [wholeOrDecimal(value)]) };
  }
  return { ms: 24 * 60 * minute, words: (value) => i18n.t('units.days', value, [wholeOrDecimal(value)]) };
}

function wholeOrDecimal(value: number): string {
  return Number.isInteger(value) ? wholeNumber(value) : oneDecimal(value);
}
