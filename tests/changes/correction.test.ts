/** POST /api/corrections, POST /api/changes/{change}/decision: final hours are corrected, and nothing is deleted. */
import { describe, expect, test } from 'vitest';
import { monthAt, recordAt } from '../../functions/hours/rows.ts';
import { entryAt } from '../../functions/ledger/index.ts';
import { hourMs } from '../hours/squad.ts';
import { type Affair, corrected, eight, entriesOf, openAffair, propose, reason, served, walletOf } from './affair.ts';

const recordOf = async ({ pupil }: Affair, shift: string) =>
  pupil.client.must('GET /api/me/records/{shift}', { params: { shift } });

describe('a correction of final hours', () => {
  test('waits for another person: proposing moves nothing', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const change = await propose(affair, shift, 60);
    expect(change).toMatchObject({
      state: 'proposed',
      mayDecide: false,
      reason,
      correction: { minutesBefore: 120, minutes: 60, pointsBefore: 20, points: 10 },
    });
    expect(await walletOf(affair)).toMatchObject({ points: 20, minutes: 120, seq: 1 });
    expect(await recordOf(affair, shift)).toMatchObject({ state: 'final', minutes: 120 });
  });

  test('§6.5 1: it is a new entry with the old one’s id and both names; the old one stays as it was', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const { district, pupil } = affair;
    const [before] = await district.world.store.get([entryAt(district.id, pupil.id, 1)]);
    const change = await corrected(affair, shift, 60);
    expect(change).toMatchObject({ state: 'approved', effect: { points: -10, debt: 0, cancelled: 0 } });
    expect(change.proposedBy).not.toBe('');
    expect(change.decidedBy).not.toBe('');
    const [first, second] = await district.world.store.get([
      entryAt(district.id, pupil.id, 1),
      entryAt(district.id, pupil.id, 2),
    ]);
    expect(first).toEqual(before);
    expect(second).toMatchObject({ kind: 'correct', minutes: -60, points: -10, minutesAfter: 60 });
    expect(second?.effect).toMatchObject({ reverses: first?.tx, change: change.id });
    expect(await entriesOf(affair)).toMatchObject([{ kind: 'correct', minutes: -60 }, { kind: 'service' }]);
  });

  test('shows the person the record with its reason, both names and what it counted before', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    await corrected(affair, shift, 60);
    expect(await recordOf(affair, shift)).toMatchObject({
      state: 'corrected',
      minutes: 60,
      points: 10,
      correction: { reason, minutesBefore: 120, pointsBefore: 20, proposedBy: '陈老师', decidedBy: '陈老师' },
    });
  });

  test('frees the time that was not served, and the day’s cap on points', async () => {
    const affair = await openAffair();
    const shift = await served(affair, 240, eight);
    await corrected(affair, shift, 60);
    expect(await walletOf(affair)).toMatchObject({ points: 10, minutes: 60 });
    await served(affair, 120, eight + 2 * hourMs);
    expect(await walletOf(affair)).toMatchObject({ points: 30, minutes: 180 });
  });

  test('§6.5 6: down to nothing it takes the whole record out of the month, the stars and the figures', async () => {
    const affair = await openAffair();
    const { district, pupil } = affair;
    const shift = await served(affair);
    await corrected(affair, shift, 0);
    await district.world.settle();
    const [month, record] = await district.world.store.get([
      monthAt(district.id, pupil.id, '202603'),
      recordAt(district.id, shift, pupil.id),
    ]);
    expect(month?.days).toEqual({});
    expect(record).toMatchObject({ state: 'corrected', minutes: 0, points: 0 });
    expect(await walletOf(affair)).toMatchObject({ points: 0, minutes: 0, minutesByStage: { junior: 0 } });
    const query = { unit: district.east.unit };
    expect(await affair.first.must('GET /api/figures', { query })).toMatchObject({ minutes: 0, sessions: 0 });
  });

  test('is followed by figures and the public list', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    await corrected(affair, shift, 60);
    await affair.district.world.settle();
    const query = { unit: affair.district.east.unit };
    expect(await affair.first.must('GET /api/figures', { query })).toMatchObject({ minutes: 60, sessions: 1 });
  });

  test('may be followed by another, further down', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    await corrected(affair, shift, 90);
    const again = await corrected(affair, shift, 30);
    expect(again).toMatchObject({ correction: { minutesBefore: 90, minutes: 30 }, effect: { points: -10 } });
    const { district, pupil } = affair;
    const [second, third] = await district.world.store.get([
      entryAt(district.id, pupil.id, 2),
      entryAt(district.id, pupil.id, 3),
    ]);
    expect(third?.effect).toMatchObject({ reverses: second?.tx });
    expect(await walletOf(affair)).toMatchObject({ points: 5, minutes: 30, debt: 0 });
  });

  test('that is refused leaves everything as it was, with the answer', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const { id } = await propose(affair, shift, 60);
    const body = { approved: false, answer: '照片上是两小时' };
    const said = await affair.second.must('POST /api/changes/{change}/decision', { params: { change: id }, body });
    expect(said).toMatchObject({ state: 'refused', answer: '照片上是两小时' });
    expect(await walletOf(affair)).toMatchObject({ points: 20, minutes: 120, seq: 1 });
  });
});
