/** Says that this function answers and that its store can be read: for load balancers, monitors and upgrades. */
import { health } from '../../../shared/contracts/health.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { release } from '../../../shared/release.ts';
import type { Ask } from '../ask.ts';
import type { Target } from '../store/port.ts';
import type { Tools } from '../tools.ts';
import { bind } from './story.ts';

type Route = (typeof health)['GET /api/health'];

/** There need not be anything: the answer is what counts. */
const looked: Target = { table: 'District', key: { pk: 'HEALTH', sk: 'HEALTH' } };

async function showHealth(_: Ask<Route>, { store }: Tools): Promise<Answer<Route>> {
  await store.get([looked]);
  return { ok: true, version: release };
}

export const healthCapability = bind(health, { 'GET /api/health': showHealth });
