import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import * as icons from './icons.ts';

interface CopyGiven {
  readonly text: string;
  readonly labels: { readonly copy: string; readonly copied: string };
}

/** Puts a text where it can be pasted from. Nothing where a browser has no such place: over http in a LAN. */
export function CopyButton({ text, labels }: CopyGiven) {
  const [isCopied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button kind="quiet" onClick={() => void copy()}>
      <Icon of={isCopied ? icons.check : icons.paste} class="size-5" />
      {isCopied ? labels.copied : labels.copy}
    </Button>
  );
}
