import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartModel, DrawChart } from './chart-model.ts';

const height = 150;
const fontSize = 11;
/** Pixels beside the columns: the numbers of the axis, and what is left free at the end. */
const sides = 68;

/** Draws with uPlot, in the page's own colours, as wide as its place. */
export const drawChart: DrawChart = (place, first, onPoint) => {
  let model = first;
  let plot = make();

  function make(): UPlot {
    return new UPlot(optionsOf(model, place, onPoint), dataOf(model), place);
  }
  const resized = new ResizeObserver(() => {
    if (place.clientWidth !== plot.width) plot.setSize({ width: place.clientWidth, height });
  });
  resized.observe(place);
  // The colours are the page's; a canvas has to be told that they changed.
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  const redraw = () => draw(model);
  for (const query of queries) query.addEventListener('change', redraw);

  function draw(next: ChartModel): void {
    plot.destroy();
    model = next;
    plot = make();
  }

  return {
    show: draw,
    destroy() {
      resized.disconnect();
      for (const query of queries) query.removeEventListener('change', redraw);
      plot.destroy();
    },
  };
};

function dataOf({ names, series }: ChartModel): UPlot.AlignedData {
  return [names.map((_, index) => index), ...series.map(({ values }) => values)] as UPlot.AlignedData;
}

function optionsOf(
  model: ChartModel,
  place: HTMLElement,
  onPoint: (index: number | null) => void,
): UPlot.Options {
  const colour = (name: '--accent' | '--soon' | '--ink-muted' | '--line') => () => colourOf(place, name);
  const font = `${fontSize}px ${getComputedStyle(place).fontFamily}`;
  const count = model.names.length;
  return {
    width: place.clientWidth,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    padding: [8, roomAfterLast(place, font, model.names), 0, 0],
    scales: {
      x: { time: false, range: [-0.5, Math.max(count, 1) - 0.5] },
      y: { range: (_, __, most) => [0, model.top ?? nextAbove(most)] },
    },
    axes: [
      {
        stroke: colour('--ink-muted'),
        font,
        grid: { show: false },
        ticks: { show: false },
        size: (_, names) => (names?.some((name) => name.includes('\n')) ? 34 : 20),
        splits: (plot) => everyFew(plot, count),
        values: (plot, splits) => splits.map((index) => fitted(plot, model.names, index, splits)),
      },
      {
        stroke: colour('--ink-muted'),
        font,
        grid: { stroke: colour('--line'), width: 1 },
        ticks: { show: false },
        size: 52,
        values: (_, splits) => splits.map((value) => model.tick(value)),
        incrs: model.top === 1 ? [0.5] : [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 500, 1_000, 5_000, 20_000],
      },
    ],
    series: [
      {},
      ...model.series.map(
        ({ name }, index): UPlot.Series =>
          index === 0
            ? {
                label: name,
                stroke: colour('--accent'),
                fill: colour('--accent'),
                width: 0,
                points: { show: false },
                ...(UPlot.paths.bars ? { paths: UPlot.paths.bars({ size: [0.6, 36] }) } : {}),
              }
            : {
                label: name,
                stroke: colour('--soon'),
                paths: () => null,
                points: { show: true, size: 7, stroke: colour('--soon'), fill: colour('--soon') },
              },
      ),
    ],
    hooks: { setCursor: [({ cursor: { idx } }) => onPoint(idx ?? null)] },
  };
}

/** A token as a colour that a canvas takes: the browser works out which scheme it is for. */
function colourOf(place: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Pixels after the last column, so that its name, which stands in its middle, is not cut off. */
function roomAfterLast(place: HTMLElement, font: string, names: readonly string[]): number {
  const least = 16;
  const pen = document.createElement('canvas').getContext('2d');
  const last = names.at(-1);
  // A name of several words may be drawn in two lines: more than this is left to be shortened.
  const most = 32;
  if (!pen || last === undefined) return least;
  pen.font = font;
  const column = (place.clientWidth - sides) / names.length;
  return Math.min(most, Math.max(least, Math.ceil((pen.measureText(last).width - column) / 2) + 2));
}

/** The end of the axis: a little above the largest value, at least 1. */
function nextAbove(most: number | null): number {
  return Math.max(1, Math.ceil((most ?? 0) * 1.1));
}

/** As many names as there is room for, the last always among them. */
function everyFew(plot: UPlot, count: number): number[] {
  const room = Math.max(1, Math.floor((plot.width - sides) / 44));
  const step = Math.max(1, Math.ceil(count / room));
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => (count - 1 - index) % step === 0,
  );
}

/** A name on as many as two lines, shortened to the room it has. */
function fitted(plot: UPlot, names: readonly string[], index: number, splits: readonly number[]): string {
  const step = splits.length > 1 ? (splits[1] ?? 1) - (splits[0] ?? 0) : 1;
  const room = ((plot.width - sides) / names.length) * step - 4;
  const characters = Math.max(3, Math.floor(room / (fontSize * 0.55)));
  const words = (names[index] ?? '').split(/(?<=[\s-])/);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && (last + word).trimEnd().length <= characters)
      lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  const cut = (line: string) => (line.length > characters ? `${line.slice(0, characters - 1)}…` : line);
  const shown = lines.slice(0, 2).map((line) => cut(line.trimEnd()));
  if (lines.length > 2) shown[1] = cut(`${shown[1]}…`);
  return shown.join('\n');
}
