/** Registering oneself, and the school's answer: POST /api/schools/{code}/registrations and what follows. */
import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { expectRefusal } from '../teams/school.ts';
import { csv, pupil } from './lines.ts';
import { appointAdministrator, classesOf, importRoster, openSchools, pupilsOf, type Schools } from './schools.ts';

const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const said = {
  name: '李晓雨',
  number: '20269001',
  grade: 3,
  classNumber: 2,
  birthDate: '2016-11-11',
  guardian: '李大海',
  guardianAgrees: true,
};
interface Joining extends Schools {
  readonly school: Client;
  readonly code: string;
}
async function open(): Promise<Joining> {
  const schools = await openSchools();
  const { administrator, east } = schools;
  await importRoster(schools, administrator, east, csv([pupil(1), pupil(2)]));
  const { items } = await administrator.must('GET /api/units', {});
  const code = items.find(({ id }) => id === east)?.code ?? '';
  return { ...schools, school: await appointAdministrator(schools, east), code };
}
const register = ({ world, code }: Joining, body: object = {}, at = code) =>
  world.client().ask('POST /api/schools/{code}/registrations', { params: { code: at }, body: { ...said, ...body } });
const ticketOf = async (joining: Joining, body: object = {}) => {
  const { ticket } = (await register(joining, body)).body as { ticket: string };
  return ticket;
};
const status = ({ world }: Joining, ticket: string) =>
  world.client().ask('POST /api/registrations/status', { body: { ticket } });
const waiting = ({ school, east }: Joining) => school.must('GET /api/registrations', { query: { unit: east } });
interface Decision {
  readonly decision: 'approve' | 'join' | 'refuse';
  readonly volunteer?: string;
  readonly answer?: string;
}
async function decide(joining: Joining, body: Decision) {
  const { items } = await waiting(joining);
  const params = { registration: items[0]?.id ?? nobody };
  return joining.school.ask('POST /api/registrations/{registration}/decision', { params, body });
}
const cards = ({ school, east }: Joining) => school.must('GET /api/card-requests', { query: { unit: east } });

describe('whoever is on no roster', () => {
  test('registers, is approved by the school, and stands on the class list with a card to be printed', async () => {
    const joining = await open();
    const ticket = await ticketOf(joining);
    expect((await status(joining, ticket)).body).toEqual({ state: 'open' });
    expect((await waiting(joining)).items).toMatchObject([{ name: '李晓雨', class: '三(2)班', candidates: [] }]);
    const { volunteer } = (await decide(joining, { decision: 'approve' })).body as { volunteer: string };
    const [of] = await classesOf(joining.school, joining.east);
    expect(await pupilsOf(joining.school, of?.id ?? '')).toContainEqual(
      expect.objectContaining({ id: volunteer, name: '李晓雨', consent: 'missing', activated: false }),
    );
    expect((await cards(joining)).items).toMatchObject([{ volunteer, name: '李晓雨' }]);
    expect((await status(joining, ticket)).body).toEqual({ state: 'approved' });
    expect((await waiting(joining)).items).toEqual([]);
  });

  test('learns by the receipt why the school said no', async () => {
    const joining = await open();
    const ticket = await ticketOf(joining);
    await decide(joining, { decision: 'refuse', answer: '不是本校学生' });
    expect((await status(joining, ticket)).body).toEqual({ state: 'refused', answer: '不是本校学生' });
  });
});

describe('whoever is on the roster without an account', () => {
  test('is joined to the record that is there, which keeps its history', async () => {
    const joining = await open();
    const of = pupil(1);
    await register(joining, { name: of.name, number: of.number, birthDate: of.birthDate });
    const [{ candidates } = { candidates: [] }] = (await waiting(joining)).items;
    expect(candidates).toMatchObject([{ number: of.number, sameBirthDate: true }]);
    const volunteer = candidates[0]?.volunteer ?? '';
    expect((await decide(joining, { decision: 'join', volunteer })).body).toMatchObject({ state: 'joined', volunteer });
    expect((await cards(joining)).items).toMatchObject([{ volunteer }]);
    const [found] = await classesOf(joining.school, joining.east);
    expect(await pupilsOf(joining.school, found?.id ?? '')).toHaveLength(2);
  });
});

describe('POST /api/schools/{code}/registrations', () => {
  test('answers alike whether somebody is on the roster or not', async () => {
    const joining = await open();
    const known = pupil(1);
    const both = [await register(joining), await register(joining, { name: known.name, number: known.number })];
    expect(both.map(({ status: code, body }) => [code, Object.keys(body as object)])).toEqual([
      [201, ['ticket']],
      [201, ['ticket']],
    ]);
  });

  test('keeps nothing of a child under fourteen without a guardian, nor for a school that is not there', async () => {
    const joining = await open();
    const nothing = async (code: Parameters<typeof expectRefusal>[1], ask: () => ReturnType<typeof register>) => {
      expect((await ask()).body).toMatchObject({ code });
      expect((await waiting(joining)).items).toEqual([]);
    };
    await nothing('consent_missing', () => register(joining, { guardianAgrees: false }));
    await nothing('consent_missing', () => register(joining, { guardian: undefined }));
    await nothing('not_found', () => register(joining, {}, '999999'));
  });

  test('a flood from one address is slowed: registrations_paused', async () => {
    const joining = await open();
    const answers = [];
    for (let count = 0; count < 61; count++) answers.push(await register(joining, { guardianAgrees: false }));
    expect(answers.at(-2)?.body).toMatchObject({ code: 'consent_missing' });
    expect(answers.at(-1)?.body).toMatchObject({ code: 'registrations_paused' });
    const asked = [];
    for (let count = 0; count < 61; count++) asked.push(await status(joining, '0000-0000'));
    expect(asked[0]?.body).toMatchObject({ code: 'ticket_invalid' });
    expect(asked.at(-1)?.body).toMatchObject({ code: 'registrations_paused' });
  });
});

describe('POST /api/registrations/{registration}/decision', () => {
  test('an answer is given once, by the school it was asked of', async () => {
    const joining = await open();
    const { world, administrator, west } = joining;
    await register(joining);
    const [{ id } = { id: nobody }] = (await waiting(joining)).items;
    const stranger = await appointAdministrator(joining, west);
    const answer = (client: Client) => () =>
      client.ask('POST /api/registrations/{registration}/decision', {
        params: { registration: id },
        body: { decision: 'refuse', answer: '不是本校学生' },
      });
    await expectRefusal(world, 'not_found', answer(stranger));
    await answer(joining.school)();
    await expectRefusal(world, 'registration_answered', answer(administrator));
  });

  test('a number that is taken makes no second person; nobody is joined to a stranger', async () => {
    const joining = await open();
    const { world, school, east } = joining;
    await register(joining, { number: pupil(1).number });
    const [{ id: registration } = { id: nobody }] = (await waiting(joining)).items;
    const decideIt = (body: Decision) => () =>
      school.ask('POST /api/registrations/{registration}/decision', { params: { registration }, body });
    await expectRefusal(world, 'number_taken', decideIt({ decision: 'approve' }));
    await expectRefusal(world, 'not_found', decideIt({ decision: 'join', volunteer: nobody }));
    const [of] = await classesOf(school, east);
    const [one] = await pupilsOf(school, of?.id ?? '');
    const volunteer = one?.id ?? '';
    await school.must('POST /api/schools/{school}/leavers', {
      params: { school: east },
      body: { volunteers: [volunteer] },
    });
    await expectRefusal(world, 'person_not_eligible', decideIt({ decision: 'join', volunteer }));
  });

  test('GET /api/registrations: not_found elsewhere, cursor_invalid for a cursor of another list', async () => {
    const { school, east, west } = await open();
    const ask = (query: { unit: string; cursor?: string }) => school.ask('GET /api/registrations', { query });
    expect((await ask({ unit: west })).body).toMatchObject({ code: 'not_found' });
    expect((await ask({ unit: east, cursor: 'x.y' })).body).toMatchObject({ code: 'cursor_invalid' });
  });
});
