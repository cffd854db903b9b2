/** The people of one place: its team's leader, the staff of its street, and somebody who stands in. */
import { strict as assert } from 'node:assert';
import type { StaffRole } from '../../shared/roles.ts';
import { enrolPhone } from '../access/phone.ts';
import { activated, type Ground } from './ground.ts';

let logins = 0;
export const nextLogin = (kind: string) => `${kind}-${++logins}`;

type Appointed = Exclude<StaffRole, 'leader' | 'district_admin'>;
async function appoint({ land }: Ground, role: Appointed, scope: string) {
  const login = nextLogin('staff');
  const { account, code, posts } = await land.admin.must('POST /api/staff', {
    body: { login, name: '陈老师', role, scope },
  });
  const person = await activated(land.world, code);
  return { ...person, account, login, post: posts[0]?.id ?? '' };
}

export async function openTeam(ground: Ground) {
  const { land, school } = ground;
  const { id: team } = await land.admin.must('POST /api/teams', { body: { unit: school, name: '青荷队' } });
  const { code } = await land.admin.must('POST /api/teams/{team}/leaders', {
    params: { team },
    body: { login: nextLogin('leader'), name: '刘领队' },
  });
  const leader = await activated(land.world, code);
  const substitute = await appoint(ground, 'approver', school);
  await enrolPhone(land.world, substitute.client);
  await land.admin.must('POST /api/teams/{team}/substitutes', {
    params: { team },
    body: { login: substitute.login, until: '2026-03-20' },
  });
  return { team, leader, substitute };
}

export async function openStaff(ground: Ground) {
  const { street, school, land } = ground;
  const { id: desk } = await land.admin.must('POST /api/desks', {
    body: { unit: school, name: '积分超市', place: '教学楼一层', hours: '周一至周五 12:00–13:00' },
  });
  const unitAdmin = await appoint(ground, 'unit_admin', street);
  const approver = await appoint(ground, 'approver', street);
  const keeper = await appoint(ground, 'desk', desk);
  const auditor = await appoint(ground, 'auditor', street);
  const invited = await land.admin.must('POST /api/staff', {
    body: { login: nextLogin('staff'), name: '王老师', role: 'approver', scope: school },
  });
  assert(invited.code);
  return { desk, unitAdmin, approver, keeper, auditor, staffCode: invited.code };
}
