/** Somebody of a unit who has a sign-in and leads no team. */
import { activate } from '../../scripts/local/actions.ts';
import type { District } from './school.ts';

const password = 'Cranes above the quiet lake 5';
let colleagues = 0;

export async function colleagueOf({ administrator, world }: District, unit: string) {
  const login = `substitute-${++colleagues}`;
  const body = { login, name: '代老师', role: 'approver', scope: unit } as const;
  const { code, account } = await administrator.must('POST /api/staff', { body });
  const client = world.client();
  await activate(client, code, password);
  /** After a pause a session is over. */
  const signIn = async () => void (await client.must('POST /api/sessions', { body: { login, password } }));
  return { client, account, login, signIn };
}
