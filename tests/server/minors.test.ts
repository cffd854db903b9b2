/** The yearly audit of minors' data: every opening by staff is counted, consents are, and nobody is named. */
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tallyMinors } from '../../scripts/minors/tally.ts';
import { enrol, openDistrict } from '../teams/school.ts';

test('openings of a year are counted by account and route, consents by school, and no name is in it', async () => {
  const district = await openDistrict();
  const { world, administrator, east } = district;
  const { id: volunteer } = await enrol(district, east, { name: '赵晓月' });
  const params = { volunteer };
  for (let count = 0; count < 3; count++) await administrator.must('GET /api/volunteers/{volunteer}', { params });
  const year = new Date(world.now).getUTCFullYear();
  const table = await tallyMinors(world.store, year);
  const opened = table.filter((row) => row.includes('GET /api/volunteers/{volunteer}'));
  expect(opened).toEqual([expect.arrayContaining(['查阅', 'district_admin', 3, '2026-03-02'])]);
  expect(table).toContainEqual([district.id, '同意书', east.unit, '', '', '没有同意书', 1, '', '']);
  expect(JSON.stringify(table)).not.toContain('赵晓月');
  expect((await tallyMinors(world.store, year - 1)).filter(([, kind]) => kind === '查阅')).toEqual([]);
});

test('where nothing is stored the audit is refused: an empty one would say that nobody looked', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/minors-audit.ts', '--year', '2026'], {
    env: { ...process.env, TIMEBANK_STORE: '', DATA_DIR: join(tmpdir(), 'timebank-nothing-here') },
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('--stage and --region');
});
