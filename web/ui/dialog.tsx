import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DialogGiven {
  readonly title: string;
  onClose(): void;
  readonly children: ComponentChildren;
}

/** Asks for one decision over the page: the browser's own dialog keeps focus inside and closes on Escape. */
export function Dialog({ title, onClose, children }: DialogGiven) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={title}
      class="m-auto w-[calc(100%-2rem)] max-w-md max-h-[90vh] overflow-y-auto rounded-2xl bg-card text-ink p-6 border border-line backdrop:bg-black/50"
    >
      <h2 class="text-xl font-bold mb-3">{title}</h2>
      {children}
    </dialog>
  );
}
