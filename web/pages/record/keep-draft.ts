/** A form as far as it was filled in, for the next loading of its page in this tab: ids and times. */

const nameOf = (account: string, subject: string) => `draft ${account} ${subject}`;

/** Storage may be switched off; then a reload starts anew. */
export function keptDraft<Draft>(account: string, subject: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(nameOf(account, subject));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function keepDraft(account: string, subject: string, draft: object | undefined): void {
  try {
    if (draft) sessionStorage.setItem(nameOf(account, subject), JSON.stringify(draft));
    else sessionStorage.removeItem(nameOf(account, subject));
  } catch {
    return;
  }
}
