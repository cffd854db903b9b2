/**
 * Gives points to the public pool of the person's unit, never to another person. The key's guard is the journal row, so
 * a key gives once for ever.
 */
import type { ledger } from '../../shared/contracts/ledger.ts';
import { liveLots, sumOf } from '../../shared/rules/lots.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { journalWrites, post } from './post.ts';
import { readBalance } from './read-balance.ts';
import { journalAt } from './rows.ts';

type Route = (typeof ledger)['POST /api/donations'];

const transactionOf = ({ who, key }: Ask<Route>) => `P#${who.person}#${key}`;

export const donate: GuardedStory<Route> = {
  guardAt: (ask) => journalAt(ask.who.district, transactionOf(ask)),
  async plan(ask, tools) {
    const { who, body, now } = ask;
    const { district, person: wallet } = who;
    const tx = transactionOf(ask);
    const posted = post(
      await readBalance(tools, district, wallet),
      [{ tx, kind: 'donate', points: -body.points, reference: ask.key, effect: { pool: who.post.unit } }],
      { district, wallet, by: wallet, now, returnedDaysMin: 0 },
    );
    if (!posted) throw new Problem('balance_too_low');
    return {
      result: ask.key,
      writes: [...posted.writes, ...journalWrites(posted, tx)],
      guardRow: posted.journal.at(-1)?.row,
      answer: { donated: body.points, balance: posted.after.points },
    };
  },
  async show({ who, body, now }, tools) {
    const { lots } = await readBalance(tools, who.district, who.person);
    return { donated: body.points, balance: sumOf(liveLots(lots, now)) };
  },
};
