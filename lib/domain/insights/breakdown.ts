import { type Kind, kinds } from '../callback.ts';
import type { Fact } from './facts.ts';
import { type Figures, figuresOf } from './figures.ts';

/** What the figures can be broken down by; by owner only where a setting allows it. */
export const dimensions = ['week', 'kind', 'hour', 'owner'] as const;
export type Dimension = (typeof dimensions)[number];

/** What a row stands for. */
export type RowKey =
  /** The Monday it begins with, 'YYYY-MM-DD' (weeks of ISO 8601). */
  | { by: 'week'; monday: string }
  | { by: 'kind'; kind: Kind }
  /** 0 to 23, in the agent's zone. */
  | { by: 'hour'; hour: number }
  /** Null for nobody. */
  | { by: 'owner'; name: string | null };

export interface Row {
  key: RowKey;
  figures: Figures;
}

/** The stretch that is looked at: `weeks` whole weeks, the current one the last of them. */
export interface Period {
  weeks: number;
  /** Epoch ms. */
  now: number;
  /** The agent's IANA time zone. */
  zone: string;
}

/** The Mondays of the period, 'YYYY-MM-DD', the earliest first. */
export function mondaysOf({ weeks, now, zone }: Period): string[] {
  const last = mondayOf(now, zone);
  return Array.from({ length: weeks }, (_, place) => last.subtract({ weeks: weeks - 1 - place }).toString());
}

/** The first instant of the period, epoch ms. */
export function periodStart(period: Period): number {
  const first = mondayOf(period.now, period.zone).subtract({ weeks: period.weeks - 1 });
  return first.toZonedDateTime({ timeZone: period.zone }).epochMilliseconds;
}

/** The facts that were decided within the period. */
export function factsWithin(facts: readonly Fact[], period: Period): Fact[] {
  const start = periodStart(period);
  return facts.filter(({ at }) => at >= start && at <= period.now);
}

/**
 * The figures by week, kind, hour or owner. Every week of the period has its row, also where nothing happened;
 * hours run from the first to the last in which anything did. Owners stand by name, never by figure: this is no
 * ranking. @param facts within the period
 */
export function breakdown(facts: readonly Fact[], by: Dimension, period: Period): Row[] {
  const { zone } = period;
  const group = <K>(keyOf: (fact: Fact) => K) => Map.groupBy(facts, keyOf);
  const row = (key: RowKey, of: readonly Fact[] | undefined): Row => ({ key, figures: figuresOf(of ?? []) });
  switch (by) {
    case 'week': {
      const weeks = group(({ at }) => mondayOf(at, zone).toString());
      return mondaysOf(period).map((monday) => row({ by, monday }, weeks.get(monday)));
    }
    case 'kind': {
      const byKind = group(({ kind }) => kind);
      return kinds.filter((kind) => byKind.has(kind)).map((kind) => row({ by, kind }, byKind.get(kind)));
    }
    case 'hour': {
      const hours = group(({ hourAt }) => local(hourAt, zone).hour);
      const [first, last] = [Math.min(...hours.keys()), Math.max(...hours.keys())];
      const all = Array.from({ length: 24 }, (_, hour) => hour).filter(
        (hour) => hour >= first && hour <= last,
      );
      return all.map((hour) => row({ by, hour }, hours.get(hour)));
    }
    case 'owner': {
      const owners = group(({ owner }) => owner?.name ?? null);
      const names = [...owners.keys()].sort((a, b) =>
        a === null || b === null ? Number(a === null) - Number(b === null) : a.localeCompare(b),
      );
      return names.map((name) => row({ by, name }, owners.get(name)));
    }
  }
}

function local(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function mondayOf(at: number, zone: string): Temporal.PlainDate {
  const date = local(at, zone).toPlainDate();
  return date.subtract({ days: date.dayOfWeek - 1 });
}
