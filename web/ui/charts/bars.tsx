import { scaleBand, scaleLinear } from 'd3-scale';

export interface Bar {
  /** Different from every other bar's. */
  readonly name: string;
  /** Under the bar: a few characters. */
  readonly mark: string;
  readonly value: number;
}
interface BarsGiven {
  readonly bars: readonly Bar[];
  tickText(value: number): string;
}

const tickCount = 4;

/** On a phone there is room for every other mark of many, the last one among them. */
const sparedOf = (index: number, count: number) =>
  count > 8 && (count - index) % 2 === 0 ? 'invisible sm:visible' : '';

/** Upright bars, the last one strong. Places are shares of the width and height, so that text keeps its own size. */
export function Bars({ bars, tickText }: BarsGiven) {
  const height = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ value }) => value))])
    .nice(tickCount)
    .range([0, 100]);
  const place = scaleBand(
    bars.map(({ name }) => name),
    [0, 100],
  ).padding(0.3);
  const ticks = height.ticks(tickCount).map((tick) => ({ text: tickText(tick), at: `${100 - height(tick)}%` }));
  return (
    <div class="flex gap-2 pt-3">
      <div class="grid h-48 text-xs text-soft tabular-nums">
        {/* The longest number makes the column as wide as it needs. */}
        <span class="invisible h-0 overflow-hidden">{ticks.at(-1)?.text}</span>
        <svg class="col-start-1 row-start-1 w-0 min-w-full h-48 overflow-visible" aria-hidden="true">
          {ticks.map(({ text, at }) => (
            <text key={text} x="100%" y={at} text-anchor="end" dominant-baseline="middle" class="fill-soft">
              {text}
            </text>
          ))}
        </svg>
      </div>
      <div class="flex-1 min-w-0">
        <svg class="w-full h-48 overflow-visible" aria-hidden="true">
          {ticks.map(({ text, at }) => (
            <line key={text} x1="0" x2="100%" y1={at} y2={at} class="stroke-line" />
          ))}
          {bars.map(({ name, value }, index) => (
            <rect
              key={name}
              x={`${place(name) ?? 0}%`}
              width={`${place.bandwidth()}%`}
              y={`${100 - height(value)}%`}
              height={`${height(value)}%`}
              rx="3"
              class={index === bars.length - 1 ? 'fill-chart' : 'fill-chart-soft'}
            >
              <title>{`${name} ${tickText(value)}`}</title>
            </rect>
          ))}
        </svg>
        <div class="flex mt-2 text-xs text-soft text-center tabular-nums">
          {bars.map(({ name, mark }, index) => (
            <span key={name} class={`flex-1 min-w-0 whitespace-nowrap ${sparedOf(index, bars.length)}`}>
              {mark}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
