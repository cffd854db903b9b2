/** What the page does not show at first: loaded right after it, to be there when it is wanted, network or not. */
export { Details } from './details.tsx';
export { OutboxNote } from './outbox-note.tsx';
export { Outcome } from './outcome.tsx';
export { PasteDialog } from './paste-dialog.tsx';
export { TimeDialog } from './time-dialog.tsx';
