/**
 * How a client-keyed write happens once. The guard row is in the same transaction as the effect and never expires, and
 * a definite no is sealed with a VOID guard row, so that a client told "no" is never charged by a late commit.
 */
import type { ProblemCode } from '../../../shared/problems.ts';
import { problems } from '../../../shared/problems.ts';
import { Problem } from '../problem.ts';
import type { Attributes, Item, Store, Target, Write } from './port.ts';

export interface Plan<A> {
  /** The id the same key will be answered with for ever. */
  readonly result: string;
  readonly writes: readonly Write[];
  /** The answer if this plan commits; without it the story's `show` reads the present state. */
  readonly answer?: A;
  /** More to keep on the guard row: the ledger's journal entry. */
  readonly guardRow?: Attributes;
}

export interface Operation<A> {
  /** The guard row's place: the ledger's is in the journal, all others' in Guards. */
  readonly guard: Target;
  /** SHA-256 of actor, route and body: another request under the same key is refused. */
  readonly requestHash: string;
  readonly now: number;
  /** Read and decide; called again after a lost race. Throws a Problem to refuse. */
  plan(): Promise<Plan<A>>;
  /** The present state of a result this key already brought about. */
  show(result: string): Promise<A>;
}

export interface Performed<A> {
  readonly answer: A;
  readonly replayed: boolean;
}

/** A wallet or month item is one person's: more lost races than this in one request is overload, not chance. */
const attemptsMax = 12;

export async function perform<A>(store: Store, operation: Operation<A>): Promise<Performed<A>> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    let plan: Plan<A>;
    try {
      plan = await operation.plan();
    } catch (refusal) {
      if (!isDefinite(refusal)) throw refusal;
      return seal(store, operation, refusal);
    }
    const { failed } = await commit(store, operation, plan, attempt);
    if (failed === undefined) return { answer: plan.answer ?? (await operation.show(plan.result)), replayed: false };
    if (failed.write === 0) return settle(operation, failed.item);
    const meaning = plan.writes[failed.write - 1]?.or;
    if (meaning === undefined) throw new Error('An unguarded write was refused');
    if (meaning !== 'lost_race') return seal(store, operation, new Problem(meaning));
  }
  throw new Problem('busy', { retryAfter: 1 });
}

async function commit<A>(store: Store, operation: Operation<A>, plan: Plan<A>, attempt: number) {
  const guard: Write = {
    ...operation.guard,
    put: { ...plan.guardRow, requestHash: operation.requestHash, result: plan.result, at: operation.now },
    when: [['pk', 'absent']],
    or: 'key_reused',
  };
  const outcome = await store.transact(`${guard.key.pk}#${attempt}`, [guard, ...plan.writes]);
  return { failed: outcome.done ? undefined : outcome.failed[0] };
}

/** Writes the definite no where a late commit of the same key would have to write its guard. */
async function seal<A>(store: Store, operation: Operation<A>, refusal: Problem): Promise<Performed<A>> {
  const row = { requestHash: operation.requestHash, void: refusal.code, at: operation.now };
  const write: Write = { ...operation.guard, put: row, when: [['pk', 'absent']], or: 'key_reused' };
  const outcome = await store.transact(`${write.key.pk}#void`, [write]);
  if (outcome.done) throw spent(refusal);
  return settle(operation, outcome.failed[0]?.item, refusal);
}

/** Answers from the guard row that was there before us. */
async function settle<A>(operation: Operation<A>, row: Item | undefined, refusal?: Problem): Promise<Performed<A>> {
  if (!row) throw new Error('A guard row was refused but not shown');
  if (row.requestHash !== operation.requestHash) throw new Problem('key_reused', { keySpent: true });
  if (typeof row.void === 'string') {
    throw spent(refusal?.code === row.void ? refusal : new Problem(row.void as ProblemCode));
  }
  return { answer: await operation.show(String(row.result)), replayed: true };
}

const isDefinite = (error: unknown): error is Problem => error instanceof Problem && problems[error.code].status < 500;
const spent = (refusal: Problem) => new Problem(refusal.code, { ...refusal.facts, keySpent: true });
