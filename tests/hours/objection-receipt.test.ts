/** Whoever objects with a school's link reads by a receipt what became of it, GET /api/objection-receipts/{receipt}. */
import { expect, test } from 'vitest';
import { personRef } from '../../functions/hours/publicity-link.ts';
import { decideAs, inPublic, linkOf, objectsTo, openPublished } from './objected.ts';
import { dayMs, type Squad } from './squad.ts';

const byReceipt = 'GET /api/objection-receipts/{receipt}';

const objectIn = ({ district: { world } }: Squad, school: string, link: string, shift: string, person: string) =>
  world.client().must(inPublic, { params: { school }, body: { link, shift, person, reason: 'not_there' } });

test('a receipt tells the decision, also once the person has objected too, and only the decider’s name', async () => {
  const { squad, pupil, shift } = await openPublished();
  const { world } = squad.district;
  const { link, school } = await linkOf(squad);
  const person = personRef(world.tools, shift, pupil.id);
  const { receipt = '' } = await objectIn(squad, school, link, shift, person);
  expect((await objectIn(squad, school, link, shift, person)).receipt).toBe(receipt);
  expect(receipt).not.toContain(pupil.id);
  const answer = () => world.client().must(byReceipt, { params: { receipt } });
  const at = new Date(world.now).toISOString();
  const said = { name: '路口引导', day: '2026-03-02', reason: 'not_there', at };
  expect(await answer()).toEqual(said);
  world.now += dayMs;
  await squad.signIn();
  await decideAs(squad.approver, shift, pupil.id, 'dismissed');
  const decidedAt = new Date(world.now).toISOString();
  const decided = { ...said, decision: 'dismissed', answer: '查过签到表', decider: '陈老师', decidedAt };
  expect(await answer()).toEqual(decided);
  await pupil.signIn();
  expect((await objectsTo(pupil, shift)).body).toEqual({ state: 'objected' });
  expect(await answer()).toEqual(decided);
});

test('a receipt is made by nobody else, and looked at only so often', async () => {
  const { squad, pupil, shift } = await openPublished();
  const { world } = squad.district;
  const { link, school } = await linkOf(squad);
  const { receipt = '' } = await objectIn(squad, school, link, shift, personRef(world.tools, shift, pupil.id));
  const look = async (wanted: string) => (await world.client().ask(byReceipt, { params: { receipt: wanted } })).body;
  expect(await look(`${receipt}x`)).toMatchObject({ code: 'not_found' });
  for (let times = 0; times < 59; times++) expect(await look(receipt)).toMatchObject({ reason: 'not_there' });
  expect(await look(receipt)).toMatchObject({ code: 'objection_receipts_paused' });
});
