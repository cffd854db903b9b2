/** The form as far as it was filled in, for the next loading of the page in this tab: ids and times. */
import type { Draft } from './form.ts';

const nameOf = (account: string, team: string) => `draft ${account} ${team}`;

/** Storage may be switched off; then a reload starts anew. */
export function keptDraft(account: string, team: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(nameOf(account, team));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function keepDraft(account: string, team: string, draft: Draft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(nameOf(account, team), JSON.stringify(draft));
    else sessionStorage.removeItem(nameOf(account, team));
  } catch {
    return;
  }
}
