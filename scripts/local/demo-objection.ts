import type { Client } from './client.ts';

/** A pupil says that a record in public is wrong, and asks about one that waits. */
export async function objectAndAsk(pupil: Client): Promise<void> {
  const { items } = await pupil.must('GET /api/me/records', {});
  const inState = (state: string) => items.find((record) => record.state === state)?.shift;
  const [published, recorded] = [inState('published'), inState('recorded')];
  if (published) {
    const body = { reason: 'wrong_time', text: '我提前半小时走了' } as const;
    await pupil.must('POST /api/me/records/{shift}/objection', { params: { shift: published }, body });
  }
  if (recorded) await pupil.must('POST /api/me/records/{shift}/ask', { params: { shift: recorded }, body: {} });
}
