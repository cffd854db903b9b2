import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import * as icons from './icons.ts';

/** What stands in the way before anything was asked of the server; takes the focus as a problem does. */
export function Warning({ children }: { children: string }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), [children]);
  return (
    <div ref={note} role="alert" tabIndex={-1} class="flex gap-3 p-4 rounded-xl bg-gold-soft text-gold">
      <Icon of={icons.warn} />
      <p class="font-bold">{children}</p>
    </div>
  );
}
