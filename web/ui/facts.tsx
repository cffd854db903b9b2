import type { ComponentChildren } from 'preact';

/** Names and what they are, one pair a line; pairs without a value are left out. */
export const Facts = ({ of }: { of: readonly (readonly [name: string, value: ComponentChildren])[] }) => (
  <dl class="divide-y divide-line">
    {of
      .filter(([, value]) => value !== undefined && value !== '' && value !== false)
      .map(([name, value]) => (
        <div key={name} class="py-3 flex flex-wrap justify-between gap-x-6">
          <dt class="text-soft">{name}</dt>
          <dd class="font-bold">{value}</dd>
        </div>
      ))}
  </dl>
);
