import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChartModel, DrawChart } from './chart-model.ts';

interface ChartProps {
  /** What a screen reader says in its place; the table beside it says the rest. */
  label: string;
  model: ChartModel;
  loadDraw: () => Promise<DrawChart>;
}

/** A small chart. What is pointed at is said under it; where it cannot be drawn the table still stands. */
export function Chart({ label, model, loadDraw }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<DrawChart> | null>(null);
  const latest = useRef(model);
  latest.current = model;
  const [pointed, setPointed] = useState<number | null>(null);

  useEffect(() => {
    let gone = false;
    loadDraw().then(
      (draw) => {
        if (!gone && place.current) chart.current = draw(place.current, latest.current, setPointed);
      },
      // A page older than the installed version finds its parts no more.
      () => {},
    );
    return () => {
      gone = true;
      chart.current?.destroy();
      chart.current = null;
    };
  }, [loadDraw]);
  useEffect(() => {
    setPointed(null);
    chart.current?.show(model);
  }, [model]);

  return (
    <>
      <div ref={place} class="chart" role="img" aria-label={label} />
      <p class="chart-says small muted" aria-hidden="true">
        {pointed === null ? <Legend model={model} /> : pointedWords(model, pointed)}
      </p>
    </>
  );
}

/** Which mark is what, where there is more than one. */
function Legend({ model }: { model: ChartModel }) {
  if (model.series.length < 2) return null;
  return (
    <>
      {model.series.map(({ name }, place) => (
        <span key={name} class={place === 0 ? 'legend-bar' : 'legend-mark'}>
          {name}
        </span>
      ))}
    </>
  );
}

function pointedWords({ names, series, say }: ChartModel, index: number): string {
  const values = series.flatMap(({ name, values }) => {
    const value = values[index];
    if (value === null || value === undefined) return [];
    return [series.length > 1 ? `${name} ${say(value)}` : say(value)];
  });
  return [names[index] ?? '', ...(values.length > 0 ? values : ['–'])].join(' · ');
}
