/** Final minutes with what they mean for stars, as finality posts them, without the hours. */
import { rulesAt } from '../../functions/district/index.ts';
import { balanceAt, balanceOf, journalWrites, post } from '../../functions/ledger/index.ts';
import { starsHeldAt, starWrites } from '../../functions/rewards/index.ts';
import type { Client } from '../../scripts/local/client.ts';
import type { SettingKey } from '../../shared/rules/setting-catalogue.ts';
import type { District } from '../teams/school.ts';

interface Service {
  readonly hours: number;
  readonly stage?: string;
  readonly isLate?: boolean;
  readonly rating?: number;
}

/** @param service hours below zero are taken back, as a correction does */
export async function serve({ world, id: district }: District, volunteer: string, service: Service): Promise<void> {
  const { hours, stage = 'junior', isLate = false, rating } = service;
  const [balanceRow, starsHeld, rules] = await world.store.get([
    balanceAt(district, volunteer),
    starsHeldAt(district, volunteer),
    rulesAt(district),
  ]);
  const tx = `A#${world.tools.newId(world.now)}#1`;
  const count = hours * 60;
  const movement = {
    tx,
    kind: 'service',
    points: 0,
    expiry: '20280831',
    reference: 'service',
    minutes: { count, stage, schoolYear: 2025 },
  } as const;
  const posting = { district, wallet: volunteer, by: 'test', now: world.now, returnedDaysMin: 0 };
  const posted = post(balanceOf(balanceRow), [movement], posting);
  if (!posted) throw new Error('Minutes could not be posted');
  const { minutes: life, minutesByStage: byStage } = posted.after;
  const late = isLate ? { stage, minutes: count } : undefined;
  const served = { district, volunteer, life, byStage, late, rating, now: world.now };
  const stars = await starWrites(world.tools, { starsHeld, rules }, served);
  const outcome = await world.store.transact(tx, [...journalWrites(posted), ...posted.writes, ...stars]);
  if (!outcome.done) throw new Error('A service lost its race');
}

/** From today on, in the time of the world's clock. */
export const setRule = (administrator: Client, key: SettingKey, value: number, from = '2026-03-02') =>
  administrator.must('POST /api/rules', { body: { key, value, from } });
