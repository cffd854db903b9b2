/** Under fourteen nothing beyond the roster happens without a guardian's consent. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { classVolunteers, commitRoster, consentAll, previewRoster } from '../../scripts/local/actions.ts';
import { openDistrict } from '../teams/school.ts';

async function importedClass() {
  const { world, administrator, east } = await openDistrict();
  const bytes = await readFile('tests/fixtures/rosters/meiwan-utf8.csv');
  const preview = await previewRoster(administrator, { name: 'meiwan.csv', bytes, unit: east.unit }, world.settle);
  await commitRoster(administrator, preview.id, world.settle);
  const { items } = await administrator.must('GET /api/classes', { query: { school: east.unit } });
  const className = items.find(({ label }) => label === '八(1)班')?.id ?? '';
  const missing = (await classVolunteers(administrator, className)).filter(({ consent }) => consent === 'missing');
  return { administrator, east, className, missing: missing.map(({ id }) => id) };
}

describe('without a guardian’s consent', () => {
  test('a pupil gets no login card, and gets one once the consent is there', async () => {
    const { administrator, className, missing } = await importedClass();
    expect(missing.length).toBeGreaterThan(0);
    const asked = { params: { class: className }, body: {} };
    const before = await administrator.must('POST /api/classes/{class}/activation-codes', asked);
    expect(before.leftOut.map(({ id }) => id).sort()).toEqual([...missing].sort());
    expect(before.leftOut[0]).toMatchObject({ outcome: 'consent_missing', title: '还没有监护人的同意书' });
    expect(before.items.filter(({ id }) => missing.includes(id))).toEqual([]);
    await consentAll(administrator, className, '2026-03-01');
    const after = await administrator.must('POST /api/classes/{class}/activation-codes', asked);
    expect(after.leftOut).toEqual([]);
    expect(after.items).toHaveLength(before.items.length + missing.length);
  });

  test('a pupil joins no team', async () => {
    const { administrator, east, className, missing } = await importedClass();
    const team = await administrator.must('POST /api/teams', { body: { unit: east.unit, name: '青荷队' } });
    const volunteers = (await classVolunteers(administrator, className)).map(({ id }) => id);
    const joining = { params: { team: team.id }, body: { volunteers } };
    const joined = await administrator.must('POST /api/teams/{team}/members', joining);
    const refused = joined.items.filter(({ outcome }) => outcome === 'consent_missing').map(({ id }) => id);
    expect(refused.sort()).toEqual([...missing].sort());
    expect(joined.team.members).toBe(volunteers.length - missing.length);
  });
});
