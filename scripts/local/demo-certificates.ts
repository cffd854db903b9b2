/** Certificates of the demo: the first pupil has one, and one that the leader asked for waits to be approved. */
import type { Cast, Places } from './demo-people.ts';
import type { DemoStage } from './demo-stage.ts';

export async function certify(
  stage: DemoStage,
  { approver, leader, pupils }: Cast,
  { unit, teams }: Places,
): Promise<void> {
  const [pupil] = pupils;
  if (!pupil) throw new Error('The demo has no pupil');
  const { id: certificate, volunteer, minutes } = await pupil.must('POST /api/me/certificates', { body: { unit } });
  await approver.must('POST /api/volunteers/{volunteer}/certificates/{certificate}/decision', {
    params: { volunteer, certificate },
    body: { approved: true, minutes },
  });
  const other = teams[0]?.members[2] ?? '';
  await leader.must('POST /api/volunteers/{volunteer}/certificates', { params: { volunteer: other }, body: { unit } });
  await stage.settle();
}
