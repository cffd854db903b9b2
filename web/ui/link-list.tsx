import { Icon } from './icon.tsx';
import * as icons from './icons.ts';

export interface ListedLink {
  readonly href: string;
  readonly icon: string;
  readonly text: string;
}

/** Places to go, one a line. */
export const LinkList = ({ links }: { links: readonly ListedLink[] }) => (
  <ul class="bg-card rounded-2xl border border-line divide-y divide-line overflow-hidden">
    {links.map(({ href, icon, text }) => (
      <li key={href}>
        <a href={href} class="flex items-center gap-3 min-h-14 px-4 font-bold hover:bg-brand-soft -outline-offset-4">
          <Icon of={icon} class="size-6 text-brand" />
          <span class="flex-1">{text}</span>
          <Icon of={icons.right} class="size-5 text-soft" />
        </a>
      </li>
    ))}
  </ul>
);
