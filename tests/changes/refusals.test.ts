/** What corrections, adjustments and waivers refuse: nothing changes. */
import { describe, expect, test } from 'vitest';
import { proposal } from '../../functions/changes/rows.ts';
import { addPupil, hourMs, openSquad, recordShift } from '../hours/squad.ts';
import { appoint, expectRefusal, openDistrict } from '../teams/school.ts';
import { type Affair, corrected, eight, openAffair, propose, reason, served } from './affair.ts';
import { inDebt } from './debt.ts';

const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const correct = ({ first, pupil }: Affair, shift: string, minutes: number, volunteer = pupil.id) =>
  first.ask('POST /api/corrections', { body: { shift, volunteer, minutes, reason } });
const decide = (client: Affair['first'], change: string, approved = true) =>
  client.ask('POST /api/changes/{change}/decision', { params: { change }, body: { approved } });

describe('POST /api/corrections', () => {
  test('a record that counts as much or more is not lowered', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const { world } = affair.district;
    await expectRefusal(world, 'correction_not_lower', () => correct(affair, shift, 120));
    await expectRefusal(world, 'correction_not_lower', () => correct(affair, shift, 300));
  });

  test('what is not final is sent back, not corrected; foreign and absent are not found', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const { world, west } = affair.district;
    const open = await recordShift(affair, { minutes: 60, from: eight + 2 * hourMs });
    await expectRefusal(world, 'record_not_open', () => correct(affair, open, 0));
    await expectRefusal(world, 'not_found', () => correct(affair, shift, 0, nobody));
    const stranger = await appoint(affair.district, 'approver', west.unit);
    await expectRefusal(world, 'not_found', () => correct({ ...affair, first: stranger }, shift, 0));
  });

  test('nobody proposes to correct their own record', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const account = await accountOf(affair.first);
    await expectRefusal(affair.district.world, 'own_account', () => correct(affair, shift, 0, account));
  });
});

describe('POST /api/changes/{change}/decision', () => {
  test('whoever proposed does not decide, nor whoever recorded', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const { id } = await propose(affair, shift, 0);
    await expectRefusal(affair.district.world, 'second_person_needed', () => decide(affair.first, id));
  });

  test('what is decided stays: another answer, or another person’s, is told so', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const { id } = await corrected(affair, shift, 60);
    const { world, administrator } = affair.district;
    await expectRefusal(world, 'change_decided', () => decide(affair.second, id, false));
    await expectRefusal(world, 'change_decided', () => decide(administrator, id));
  });

  test('what was proposed for a record as it was before another correction is outdated', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const { id } = await propose(affair, shift, 30);
    await corrected(affair, shift, 60);
    await expectRefusal(affair.district.world, 'change_outdated', () => decide(affair.second, id));
    expect((await decide(affair.second, id, false)).body).toMatchObject({ state: 'refused' });
  });

  test('an approver decides on hours and not on points; a stranger finds nothing', async () => {
    const affair = await openAffair();
    const { world, west } = affair.district;
    const body = { volunteer: affair.pupil.id, points: 5, reason };
    const { id } = await affair.first.must('POST /api/adjustments', { body });
    await expectRefusal(world, 'post_not_allowed', () => decide(affair.approver, id));
    const stranger = await appoint(affair.district, 'unit_admin', west.unit);
    await expectRefusal(world, 'not_found', () => decide(stranger, id));
    await expectRefusal(world, 'not_found', () =>
      stranger.ask('GET /api/changes/{change}', { params: { change: id } }),
    );
  });

  test('an administrator does not decide on the own account', async () => {
    const affair = await openAffair();
    const { world, id: district } = affair.district;
    const account = await accountOf(affair.second);
    const id = world.tools.newId(world.now);
    const shared = { id, district, unit: affair.district.east.unit, volunteer: account, reason } as const;
    const change = {
      ...shared,
      kind: 'adjustment',
      points: 5,
      state: 'proposed',
      proposedBy: nobody,
      proposedAt: 1,
    } as const;
    await world.store.transact(id, [proposal(change)]);
    await expectRefusal(world, 'own_account', () => decide(affair.second, id));
  });
});

describe('POST /api/adjustments', () => {
  test('stays under the district’s limit, takes only what is there, and is about people in scope', async () => {
    const affair = await openAffair();
    const { world, west } = affair.district;
    const ask =
      (points: number, volunteer = affair.pupil.id, client = affair.first) =>
      () =>
        client.ask('POST /api/adjustments', { body: { volunteer, points, reason } });
    await expectRefusal(world, 'adjustment_too_large', ask(201));
    await expectRefusal(world, 'adjustment_too_large', ask(-201));
    await expectRefusal(world, 'balance_too_low', ask(-1));
    await expectRefusal(world, 'not_found', ask(5, nobody));
    await expectRefusal(
      world,
      'not_found',
      ask(5, affair.pupil.id, await appoint(affair.district, 'unit_admin', west.unit)),
    );
    await expectRefusal(world, 'own_account', ask(5, await accountOf(affair.first)));
  });
});

describe('POST /api/waivers', () => {
  const waive = (client: Affair['first'], volunteer: string) => () =>
    client.ask('POST /api/waivers', { body: { volunteer, reason } });

  test('needs debt, and a person in scope other than oneself', async () => {
    const affair = await openAffair();
    const { world } = affair.district;
    await expectRefusal(world, 'debt_none', waive(affair.first, affair.pupil.id));
    await expectRefusal(world, 'not_found', waive(affair.first, nobody));
    await expectRefusal(world, 'own_account', waive(affair.first, await accountOf(affair.first)));
  });

  test('§6.5 5: it is the district’s for adults, to propose and to decide', async () => {
    const affair = await openAffair();
    const { world, administrator } = affair.district;
    const adult = await addPupil(affair.district, { birthDate: '1990-01-01', name: '王大山' });
    await inDebt({ ...affair, pupil: { ...affair.pupil, id: adult } }, 10);
    await expectRefusal(world, 'waiver_needs_district', waive(affair.first, adult));
    const { id } = await administrator.must('POST /api/waivers', { body: { volunteer: adult, reason } });
    await expectRefusal(world, 'waiver_needs_district', () => decide(affair.second, id));
  });
});

test('GET /api/changes and GET /api/pool: foreign units are not found, a made-up cursor opens nothing', async () => {
  const { administrator, world } = await openDistrict();
  await expectRefusal(world, 'not_found', () => administrator.ask('GET /api/pool', { query: { unit: nobody } }));
  const other = await openSquad({ members: 0 });
  await expectRefusal(world, 'not_found', () =>
    administrator.ask('GET /api/changes', { query: { unit: other.district.east.unit } }),
  );
  const { east, administrator: own } = other.district;
  await expectRefusal(other.district.world, 'cursor_invalid', () =>
    own.ask('GET /api/changes', { query: { unit: east.unit, cursor: 'e30.x' } }),
  );
});

const accountOf = async (client: Affair['first']) => (await client.must('GET /api/session', {})).account;
