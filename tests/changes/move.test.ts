/**
 * A pupil moves to another school by both schools' yes and the guardian's, with everything: POST /api/moves,
 * POST /api/moves/{volunteer}/acceptance.
 */
import { describe, expect, test } from 'vitest';
import { readBalance } from '../../functions/ledger/index.ts';
import { expectRefusal } from '../teams/school.ts';
import { csv, pupil } from '../volunteers/lines.ts';
import { classesOf, importRoster, pupilsOf } from '../volunteers/schools.ts';
import { acceptMove, type Moving, openMoving, pin, proposeMove } from './move-stage.ts';

const numbersIn = async ({ administrator }: Moving, school: string) => {
  const classes = await classesOf(administrator, school);
  return (await Promise.all(classes.map(({ id }) => pupilsOf(administrator, id)))).flat().map(({ number }) => number);
};
const walletOf = ({ world, district, pupil: id }: Moving) => readBalance(world.tools, district, id);

describe('a move to another school', () => {
  test('takes effect with the last of the three yeses, and carries account, hours and number', async () => {
    const moving = await openMoving();
    const { east, west, eastStaff, pupil: id } = moving;
    expect((await proposeMove(moving)).body).toMatchObject({ state: 'open', accepted: false, name: pupil(1).name });
    expect((await acceptMove(moving)).body).toMatchObject({ state: 'open', accepted: true });
    expect(await numbersIn(moving, east)).toContain(pupil(1).number);
    const paper = await acceptMove(moving, '20269001', '2026-03-01');
    expect(paper.body).toMatchObject({ state: 'done', consent: 'paper' });
    await moving.world.settle();
    expect(await numbersIn(moving, east)).toEqual([pupil(2).number]);
    expect(await numbersIn(moving, west)).toContain('20269001');
    expect(await walletOf(moving)).toMatchObject({ minutes: 120 });
    const { items } = await eastStaff.must('GET /api/schools/{school}/leavers', { params: { school: east } });
    expect(items).toMatchObject([{ id, sealed: 120, minutes: 120 }]);
  });

  test('changes the sign-in by school and number, keeps the PIN, and the session goes on', async () => {
    const moving = await openMoving();
    await proposeMove(moving, '2026-03-01');
    await acceptMove(moving);
    const { client, west, code, world } = moving;
    expect((await client.must('GET /api/session', {})).post.unit).toBe(west);
    const enter = (school: string, number: string) =>
      world.client().ask('POST /api/sessions', { body: { school, number, pin } });
    expect((await enter(code, '20269001')).ok).toBe(true);
    expect((await enter(String(Number(code) - 1), pupil(1).number)).ok).toBe(false);
  });

  test('gives the number up in the old school: it is free for somebody else', async () => {
    const moving = await openMoving();
    await proposeMove(moving, '2026-03-01');
    await acceptMove(moving, pupil(1).number);
    await expectRefusal(moving.world, 'move_closed', () => acceptMove(moving));
    const newcomer = { ...pupil(1), name: '李晓雨', birthDate: '2016-11-11' };
    const { counts } = await importRoster(moving, moving.administrator, moving.east, csv([newcomer]));
    expect(counts).toMatchObject({ new: 1 });
    const query = { unit: moving.west, q: pupil(1).number };
    const { items } = await moving.westStaff.must('GET /api/volunteers', { query });
    expect(items).toMatchObject([{ id: moving.pupil }]);
  });

  test('from fourteen on the pupil consents alone; before, the guardian does', async () => {
    const grown = await openMoving('2011-05-01');
    await proposeMove(grown);
    await acceptMove(grown);
    expect(await grown.client.must('GET /api/me/move', {})).toMatchObject({ move: { mayConsent: true } });
    const said = await grown.client.must('POST /api/me/move/consent', { body: {} });
    expect(said.move).toMatchObject({ state: 'done', consent: 'own' });
    const child = await openMoving();
    await proposeMove(child);
    expect(await child.client.must('GET /api/me/move', {})).toMatchObject({ move: { mayConsent: false } });
    await expectRefusal(child.world, 'consent_not_yours', () =>
      child.client.ask('POST /api/me/move/consent', { body: {} }),
    );
  });

  test('is called off by either school, and may then be proposed again', async () => {
    const moving = await openMoving();
    await proposeMove(moving);
    const params = { volunteer: moving.pupil };
    const body = { answer: '家长改了主意' };
    const off = await moving.westStaff.must('POST /api/moves/{volunteer}/calling-off', { params, body });
    expect(off).toMatchObject({ state: 'called_off', answer: '家长改了主意' });
    const query = { unit: moving.west };
    expect((await moving.westStaff.must('GET /api/moves', { query })).items).toEqual([]);
    expect((await proposeMove(moving)).ok).toBe(true);
    expect((await moving.westStaff.must('GET /api/moves', { query })).items).toMatchObject([{ mayAccept: true }]);
    expect((await moving.eastStaff.must('GET /api/moves', { query: { unit: moving.east } })).items).toHaveLength(1);
  });
});

describe('POST /api/moves and what follows refuse', () => {
  test('what is no move: to the same school, to another district, twice, of somebody else', async () => {
    const moving = await openMoving();
    const { world, eastStaff, westStaff, pupil: volunteer, code } = moving;
    const propose =
      (schoolCode: string, client = eastStaff) =>
      () =>
        client.ask('POST /api/moves', { body: { volunteer, schoolCode, reason: '搬家' } });
    await expectRefusal(world, 'move_school_unknown', propose('999999'));
    await expectRefusal(world, 'move_needless', propose(String(Number(code) - 1)));
    await expectRefusal(world, 'not_found', propose(code, westStaff));
    await proposeMove(moving);
    await expectRefusal(world, 'move_open', propose(code));
  });

  test('a pupil who has left moves nowhere', async () => {
    const moving = await openMoving();
    const { east, eastStaff, pupil: id } = moving;
    const params = { school: east };
    await eastStaff.must('POST /api/schools/{school}/leavers', { params, body: { volunteers: [id] } });
    await expectRefusal(moving.world, 'person_not_eligible', () => proposeMove(moving));
  });

  test('a number that is taken in the new school, or an acceptance by the old one', async () => {
    const moving = await openMoving();
    await proposeMove(moving, '2026-03-01');
    await expectRefusal(moving.world, 'number_taken', () => acceptMove(moving, pupil(7).number));
    await expectRefusal(moving.world, 'not_found', () => acceptMove({ ...moving, westStaff: moving.eastStaff }));
  });

  test('a number that was given to somebody else before the guardian said yes: POST /api/me/move/consent', async () => {
    const moving = await openMoving('2011-05-01');
    const { world, client, administrator, west } = moving;
    await expectRefusal(world, 'move_closed', () => client.ask('POST /api/me/move/consent', { body: {} }));
    await proposeMove(moving);
    await acceptMove(moving, '20239999');
    await importRoster(moving, administrator, west, csv([{ ...pupil(8), number: '20239999' }]));
    await expectRefusal(world, 'number_taken', () => client.ask('POST /api/me/move/consent', { body: {} }));
  });

  test('strangers, and what is closed: POST /api/moves/{volunteer}/calling-off, GET /api/moves', async () => {
    const moving = await openMoving();
    const { world, eastStaff, west, pupil: volunteer } = moving;
    const off = () =>
      eastStaff.ask('POST /api/moves/{volunteer}/calling-off', { params: { volunteer }, body: { answer: '不转了' } });
    await expectRefusal(world, 'not_found', off);
    expect((await eastStaff.ask('GET /api/moves', { query: { unit: west } })).body).toMatchObject({
      code: 'not_found',
    });
    const cursor = 'x.y';
    const query = { unit: moving.east, cursor };
    expect((await eastStaff.ask('GET /api/moves', { query })).body).toMatchObject({ code: 'cursor_invalid' });
    await proposeMove(moving);
    await off();
    await expectRefusal(world, 'move_closed', off);
  });
});
