import { arc, pie } from 'd3-shape';

export interface Part {
  readonly name: string;
  readonly value: number;
  /** The value as people read it. */
  readonly text: string;
}
interface DonutGiven {
  /** From little to much: the shades deepen, and the last part is golden. */
  readonly parts: readonly Part[];
  readonly total: string;
  readonly totalName: string;
}

const shadeOf = (index: number, count: number) =>
  index === count - 1
    ? { class: 'fill-star' }
    : { class: 'fill-chart', 'fill-opacity': 0.2 + (0.8 * index) / Math.max(1, count - 2) };

/** Parts of a whole as a ring, with a legend that says every number. */
export function Donut({ parts, total, totalName }: DonutGiven) {
  const slices = pie<Part>()
    .sort(null)
    .value(({ value }) => value)([...parts]);
  const ring = arc<(typeof slices)[number]>().innerRadius(62).outerRadius(96).padAngle(0.015);
  return (
    <div class="flex flex-wrap items-center gap-6">
      <div class="grid place-items-center mx-auto">
        <svg viewBox="-100 -100 200 200" class="col-start-1 row-start-1 w-44 h-44" aria-hidden="true">
          {slices.map((slice) => (
            <path key={slice.data.name} d={ring(slice) ?? ''} {...shadeOf(slice.index, parts.length)}>
              <title>{`${slice.data.name} ${slice.data.text}`}</title>
            </path>
          ))}
        </svg>
        <div class="col-start-1 row-start-1 text-center">
          <p class="text-xl font-bold tabular-nums">{total}</p>
          <p class="text-xs text-soft">{totalName}</p>
        </div>
      </div>
      <ul class="flex-1 min-w-36 flex flex-col gap-2">
        {parts.map(({ name, text }, index) => (
          <li key={name} class="flex items-center gap-2">
            <svg viewBox="0 0 10 10" class="w-3 h-3 shrink-0" aria-hidden="true">
              <rect width="10" height="10" rx="2" {...shadeOf(index, parts.length)} />
            </svg>
            <span class="flex-1">{name}</span>
            <span class="font-bold tabular-nums">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
