/** Findings that a record was made up, proposed by one administrator and decided by another. */
import type { Store } from '../../functions/platform/store/port.ts';
import type { Client } from '../../scripts/local/client.ts';
import { type Affair, corrected, decide, eight, openAffair, reason, served } from './affair.ts';

type About = 'volunteer' | 'recorder';
export const accuse = (client: Client, { pupil }: Affair, shift: string, about: About) =>
  client.ask('POST /api/findings', { body: { shift, volunteer: pupil.id, about, reason } });
export const lift = (client: Client, change: string) =>
  client.ask('POST /api/findings/{change}/lifting', { params: { change }, body: { reason } });

export const idOf = ({ body }: { readonly body: object }) => ('id' in body ? String(body.id) : JSON.stringify(body));

/** One record was taken back, and another person agrees that it was made up. */
export async function found(affair: Affair, about: About, from = eight): Promise<string> {
  const shift = await served(affair, 120, from);
  await corrected(affair, shift, 0);
  const finding = idOf(await accuse(affair.first, affair, shift, about));
  await decide(affair.second, finding);
  await affair.district.world.settle();
  return finding;
}
export async function liftedBy(affair: Affair, finding: string) {
  await decide(affair.second, idOf(await lift(affair.first, finding)));
  await affair.district.world.settle();
}
export const junior = async ({ pupil }: Affair) => {
  const { items } = await pupil.client.must('GET /api/me/stars', {});
  return items.find(({ scheme }) => scheme === 'junior');
};
export async function openWithStars(wrap?: (store: Store) => Store) {
  const affair = await openAffair(wrap);
  const { administrator } = affair.district;
  for (const [key, value] of [
    ['stars_months_min', 0],
    ['star_junior_1_minutes', 60],
  ] as const) {
    await administrator.must('POST /api/rules', { body: { key, value, from: '2026-03-07' } });
  }
  return affair;
}
export const gifts = async ({ pupil }: Affair) => (await pupil.client.must('GET /api/me/gifts', {})).items.length;
