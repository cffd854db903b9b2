import type { ComponentChildren } from 'preact';

interface CardGiven {
  readonly title?: ComponentChildren;
  /** Beside the title: a link, a button. */
  readonly aside?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export const Card = ({ title, aside, class: extra = '', children }: CardGiven) => (
  <section class={`bg-card rounded-2xl border border-line p-4 lg:p-6 ${extra}`}>
    {title && (
      <div class="flex flex-wrap items-center justify-between gap-2 mb-3">
        <h2 class="text-lg font-bold">{title}</h2>
        {aside}
      </div>
    )}
    {children}
  </section>
);

/** The page's heading, with what one can do about the whole page beside it. */
export const Heading = ({ title, note, children }: { title: string; note?: string; children?: ComponentChildren }) => (
  <div class="flex flex-wrap items-end justify-between gap-3 mb-4 lg:mb-6">
    <div>
      <h1 class="text-2xl font-bold">{title}</h1>
      {note && <p class="text-soft mt-1">{note}</p>}
    </div>
    {children && <div class="flex flex-wrap gap-2 print:hidden">{children}</div>}
  </div>
);

/** Nothing here yet, and what would bring something. */
export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="py-8 text-center text-soft flex flex-col items-center gap-3">
    <p class="font-bold text-ink">{title}</p>
    {children}
  </div>
);

/** A figure with its name: the name is read first. */
export const Figure = ({ name, value, note }: { name: string; value: ComponentChildren; note?: string }) => (
  <div class="bg-card rounded-2xl border border-line p-4">
    <p class="text-sm text-soft">{name}</p>
    <p class="text-2xl font-bold tabular-nums mt-1">{value}</p>
    {note && <p class="text-sm text-soft mt-1">{note}</p>}
  </div>
);

const tones = {
  plain: 'bg-page text-soft',
  good: 'bg-brand-soft text-brand',
  gold: 'bg-gold-soft text-gold',
  bad: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
} as const;
export type Tone = keyof typeof tones;

/** A state in one word. */
export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`inline-block rounded-full px-3 py-0.5 text-sm font-bold whitespace-nowrap ${tones[tone]}`}>
    {children}
  </span>
);
