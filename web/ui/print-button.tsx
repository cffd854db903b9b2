import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { print } from './icons.ts';

/** Opens the browser's printing. */
export const PrintButton = ({ label }: { label: string }) => (
  <Button kind="quiet" onClick={() => window.print()}>
    <Icon of={print} class="w-5 h-5" />
    {label}
  </Button>
);
