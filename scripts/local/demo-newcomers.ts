/** Two who would like to join the demo's school: one who is on no roster, and one who is without knowing it. */
import type { Client } from './client.ts';
import { type Cast, firstNumber, schoolCode } from './demo-people.ts';
import type { DemoStage } from './demo-stage.ts';

export async function register(stage: DemoStage, { school }: Cast): Promise<void> {
  const newcomer: Client = stage.client();
  const params = { code: schoolCode };
  const { items } = await school.must('GET /api/volunteers', {
    query: { unit: (await school.must('GET /api/session', {})).post.unit, q: firstNumber },
  });
  const known = items[0]?.name ?? '';
  const child = { grade: 3, classNumber: 2, birthDate: '2017-04-12', guardian: '田禾', guardianAgrees: true };
  await newcomer.must('POST /api/schools/{code}/registrations', {
    params,
    body: { ...child, name: '田小满', number: '2026080999' },
  });
  await newcomer.must('POST /api/schools/{code}/registrations', {
    params,
    body: { ...child, name: known, number: firstNumber },
  });
}
