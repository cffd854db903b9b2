/**
 * Class lists: whoever is at school stands on exactly one list, that of the own class; whoever has left, or was merged
 * into another registration, stands on none; and each list is as long as it says.
 */
import type { Vault } from '../../../functions/platform/identity/vault.ts';
import { directoryOf } from '../../../functions/volunteers/rows.ts';
import { walletOf } from '../../../scripts/audit/ledger.ts';
import { grouped, rows, type Stored } from '../../../scripts/audit/stored.ts';

interface Person {
  readonly class: string;
  readonly status: 'active' | 'left' | 'merged';
}
interface Listed {
  readonly class: string;
  readonly volunteer: string;
}

/** @param open what opens the district's sealed lists */
export function auditLists(stored: Stored, open: { readonly vault: Vault; readonly district: string }): string[] {
  const lists = listsIn(stored, open);
  const sizes = new Map(rows<{ class: string; size: number }>(stored.Volunteers, 'C#').map((row) => [row.class, row]));
  const byPerson = grouped(
    lists.flatMap(({ lines }) => lines),
    ({ volunteer }) => volunteer,
  );
  return [...faultsOfPeople(stored, byPerson), ...lists.flatMap((list) => [...faultsOfSize(list, sizes)])];
}

interface List {
  readonly class: string;
  readonly lines: readonly Listed[];
}
function listsIn(stored: Stored, { vault, district }: { readonly vault: Vault; readonly district: string }): List[] {
  return rows(stored.Volunteers, 'DIR').map((row) => {
    const name = row.pk.slice(row.pk.lastIndexOf('#') + 1);
    const { lines } = directoryOf(district, vault, name, row);
    return { class: name, lines: lines.map(({ vid }) => ({ class: name, volunteer: vid })) };
  });
}

function* faultsOfPeople({ Volunteers }: Stored, byPerson: ReadonlyMap<string, readonly Listed[]>): Iterable<string> {
  for (const person of rows<Person>(Volunteers, 'V').filter(({ sk }) => sk === 'V')) {
    const listed = (byPerson.get(walletOf(person)) ?? []).map((line) => line.class);
    const expected = person.status === 'active' ? [person.class] : [];
    if (listed.join() !== expected.join())
      yield `person ${walletOf(person)}: ${person.status}, and on ${listed.length} class lists`;
  }
}

function* faultsOfSize({ class: name, lines }: List, sizes: ReadonlyMap<string, { size: number }>): Iterable<string> {
  const size = sizes.get(name)?.size ?? 0;
  if (size !== lines.length) yield `class ${name}: ${lines.length} on its list, counted as ${size}`;
}
