/** What staff do with teams, as the tests of teams ask it. */
import type { Client } from '../../scripts/local/client.ts';
import type { District, School } from './school.ts';

export const found = ({ administrator }: District, { unit }: School, name = '小青荷服务队') =>
  administrator.must('POST /api/teams', { body: { unit, name, brand: '小手牵大手' } });
export const join = (client: Client, team: string, ...volunteers: string[]) =>
  client.must('POST /api/teams/{team}/members', { params: { team }, body: { volunteers } });
export const leave = (client: Client, team: string, ...volunteers: string[]) =>
  client.must('POST /api/teams/{team}/departures', { params: { team }, body: { volunteers } });
