interface Ranked {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** The value as people read it. */
  readonly text: string;
}

/** Names with their amounts as lying bars; `places` numbers them. */
export function Ranking({ rows, places = false }: { rows: readonly Ranked[]; places?: boolean }) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ol class="flex flex-col gap-3">
      {rows.map(({ id, name, value, text }, index) => (
        <li key={id} class="flex items-center gap-3">
          {places && (
            <span
              class={`w-8 h-8 shrink-0 rounded-lg grid place-items-center font-bold tabular-nums ${
                index === 0 ? 'bg-gold-soft text-gold' : 'bg-page text-soft'
              }`}
            >
              {index + 1}
            </span>
          )}
          <div class="flex-1 min-w-0">
            <div class="flex flex-wrap justify-between gap-x-3">
              <span>{name}</span>
              <span class="ml-auto font-bold tabular-nums whitespace-nowrap">{text}</span>
            </div>
            <svg class="w-full h-2 mt-1 rounded-full" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="2" class="fill-line" />
              <rect width={(100 * value) / most} height="2" class="fill-chart" />
            </svg>
          </div>
        </li>
      ))}
    </ol>
  );
}
