/** Hours of the demo that count less than was approved. */
import type { Client } from './client.ts';
import type { Cast, Places } from './demo-people.ts';
import type { DemoStage } from './demo-stage.ts';

/** The approver has found two services that count too much; the school has agreed to one, and the other waits. */
export async function correct(
  stage: DemoStage,
  { approver, school }: Cast,
  { teams }: Places,
  signedIn: (client: Client, login: string) => Promise<void>,
): Promise<void> {
  await signedIn(approver, 'approver');
  await signedIn(school, 'school');
  const team = teams[0]?.id ?? '';
  const { items } = await approver.must('GET /api/shifts', { query: { team } });
  const oldest = items.filter(({ counts }) => counts.final).slice(-2);
  for (const [index, { id: shift }] of oldest.entries()) {
    const { records } = await approver.must('GET /api/shifts/{shift}', { params: { shift } });
    const { volunteer = '', minutes = 0 } = records.findLast(({ state }) => state === 'final') ?? {};
    const body = { shift, volunteer, minutes: minutes - 30, reason: '照片显示提前半小时离开' };
    const { id: change } = await approver.must('POST /api/corrections', { body });
    if (index > 0) continue;
    await school.must('POST /api/changes/{change}/decision', { params: { change }, body: { approved: true } });
  }
  await stage.settle();
}
