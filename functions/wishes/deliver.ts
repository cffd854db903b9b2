/**
 * A thing that was claimed comes to the community, goes into the wisher's hands through staff, with a proof, and is
 * thanked for in chosen words. Buying it is no service; carrying it there is, and becomes a shift like any other.
 */

import type { Answer } from '../../shared/contracts/route.ts';
import type { wishes } from '../../shared/contracts/wishes.ts';
import { planShift, recorderOf } from '../hours/index.ts';
import type { Ask } from '../platform/ask.ts';
import { getPicture, putPicture } from '../platform/files/picture.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeam } from '../teams/index.ts';
import { showResult } from './moderate.ts';
import { findWish, moved, mustBeAt, readWish } from './read-wish.ts';
import { overWrite, wishWrite } from './rows.ts';

type Receive = (typeof wishes)['POST /api/wishes/{wish}/receipt'];
type HandOver = (typeof wishes)['POST /api/wishes/{wish}/hand-over'];
type Photo = (typeof wishes)['GET /api/wishes/{wish}/photo'];
type Thank = (typeof wishes)['POST /api/wishes/{wish}/thanks'];
type Deliver = (typeof wishes)['POST /api/wishes/{wish}/delivery'];

const folderOf = (district: string, wish: string) => `${district}/wishes/${wish}`;

export const receiveItem: GuardedStory<Receive> = {
  async plan({ who, params, now }, tools) {
    const wish = await readWish(tools, who, params.wish);
    mustBeAt(wish, 'receive');
    return { result: wish.id, writes: [wishWrite(moved(wish, 'received', now), wish.rev)] };
  },
  show: showResult,
};

export const handOver: GuardedStory<HandOver> = {
  async plan({ who, params, body, now }, tools) {
    const wish = await readWish(tools, who, params.wish);
    mustBeAt(wish, 'hand_over');
    const { proof, note, team } = body;
    if (team !== undefined && !(await readTeam(tools, who.district, team))) throw new Problem('not_found');
    const photo = body.photo && (await putPicture(tools.files, folderOf(who.district, wish.id), body.photo));
    const claiming = wish.claimer?.kind === 'team' ? wish.claimer.id : undefined;
    const next = moved(wish, 'granted', now, { proof, proofNote: note, photo, carriers: team ?? claiming });
    return { result: wish.id, writes: [wishWrite(next, wish.rev), overWrite(wish)] };
  },
  show: showResult,
};

export async function showPhoto({ who, params }: Ask<Photo>, tools: Tools): Promise<Answer<Photo>> {
  const { id, photo } = await readWish(tools, who, params.wish);
  if (!photo) throw new Problem('not_found');
  return getPicture(tools.files, folderOf(who.district, id), photo);
}

export const thank: GuardedStory<Thank> = {
  async plan({ who, params, body, now }, tools) {
    const wish = await readWish(tools, who, params.wish);
    mustBeAt(wish, 'thank');
    const next = { ...wish, thanks: [...new Set(body.phrases)], movedAt: now };
    return { result: wish.id, writes: [wishWrite(next, wish.rev)], answer: { thanked: true } };
  },
  show: async () => ({ thanked: true }),
};

/** Once for a wish, by the leader of the team that carried it. */
export const recordDelivery: GuardedStory<Deliver> = {
  async plan({ who, params, body, now }, tools) {
    const wish = await findWish(tools, who.district, params.wish);
    if (!wish || wish.carriers !== who.post.scope) throw new Problem('not_found');
    mustBeAt(wish, 'deliver');
    if (wish.shift !== undefined) throw new Problem('wish_not_open');
    const place = who.units.get(wish.unit)?.name ?? '';
    const said = {
      ...{ name: '送微心愿', place, content: '和社区一起把心愿物品送到居民手里', category: 'care' as const },
      ...{ risk: '听从社区工作人员安排', contact: place },
      from: Date.parse(body.from),
      to: Date.parse(body.to),
      makeUpReason: body.makeUpReason,
    };
    const recorder = await recorderOf(tools, who, now);
    const participants = body.volunteers.map((volunteer) => ({ volunteer }));
    const planned = await planShift(tools, recorder, tools.newId(now), said, participants);
    if (planned.records === 0) throw new Problem('nobody_admissible');
    const shift = planned.head.id;
    return {
      result: shift,
      writes: [wishWrite({ ...wish, shift, movedAt: now }, wish.rev), ...planned.writes],
      answer: { shift },
    };
  },
  show: async (_, __, shift) => ({ shift }),
};
