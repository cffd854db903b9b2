/** What a desk calls people and their classes: the given name, of those without consent not even that. */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Tools } from '../platform/tools.ts';
import { classLabel, readNaming, readPeople } from '../volunteers/index.ts';
import { givenName } from './given-name.ts';

interface Theirs {
  readonly wallet: string;
  /** The class as it was, of somebody who is gone. */
  readonly class: string;
}
export interface Whom {
  readonly person: string;
  readonly class: string;
}

/** @returns of each of these redemptions or gifts whose it is */
export async function readWhom(
  tools: Tools,
  district: string,
  list: readonly Theirs[],
  now: number,
): Promise<(one: Theirs) => Whom> {
  const wallets = [...new Set(list.map(({ wallet }) => wallet))];
  const people = wallets.length === 0 ? [] : await readPeople(tools, district, wallets);
  const today = shanghaiDay(now);
  const naming = await readNaming(tools, district, people, today);
  const byId = new Map(people.map((person) => [person?.id, person]));
  return (one) => {
    const person = byId.get(one.wallet);
    const { name } = naming(person);
    return { person: name && givenName(name), class: classLabel(person ?? one, today) };
  };
}
