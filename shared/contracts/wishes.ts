/** 微心愿: a small thing somebody would like, granted by a stranger through the community. No money changes hands. */
import * as z from 'zod';
import { handOverProofs, thanksPhrases, wishClaimers, wishLanes } from '../rules/wish-states.ts';
import { contact } from './orders-shapes.ts';
import { defineRoutes } from './route.ts';
import { areDistinct, base64Length, fileOf, id, instant, pageOf, pageQuery, picture, words } from './shapes.ts';
import { claimedWish, listedWish, openedWish, ownWish, queuedWish, wishSaid } from './wishes-shapes.ts';

const params = () => z.object({ wish: id() });
const desk = ['unit_admin', 'district_admin'] as const;
const photoTypes = ['image/jpeg', 'image/webp'] as const;
const photoBytesMax = 1_500_000;

export const wishes = defineRoutes({
  'POST /api/wishes': {
    summary: '许一个微心愿：居民自己许，或工作人员走访时代收',
    allow: ['resident', ...desk],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        ...wishSaid(),
        unit: id().optional().describe('社区；居民不填'),
        contact: contact().describe('许愿的人'),
      }),
    answer: ownWish,
    problems: ['not_found', 'wish_open_already', 'wishes_too_many', 'wish_too_dear', 'wish_cash'],
  },
  'GET /api/wishes': {
    summary: '等待认领的微心愿，最近的在前',
    allow: 'signed_in',
    query: () => z.object(pageQuery()),
    answer: () => pageOf(listedWish()),
    problems: ['cursor_invalid'],
  },
  'GET /api/me/wishes': {
    summary: '我许的心愿，最近的在前',
    allow: ['resident'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(ownWish()),
    problems: ['cursor_invalid'],
  },
  'GET /api/me/claims': {
    summary: '我或我的队认领的心愿，最近的在前',
    allow: ['volunteer', 'guardian', 'leader'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(claimedWish()),
    problems: ['cursor_invalid'],
  },
  'GET /api/wish-desk': {
    summary: '社区的心愿，分待核实、待复核、待送达、已认领、展示中',
    allow: desk,
    query: () => z.object({ unit: id(), lane: z.enum(wishLanes).optional(), ...pageQuery() }),
    answer: () => pageOf(queuedWish()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/wishes/{wish}': {
    summary: '一个心愿的全部内容',
    allow: desk,
    opens: 'file',
    params,
    answer: openedWish,
    problems: ['not_found'],
  },
  'POST /api/wishes/{wish}/moderation': {
    summary: '核实心愿：通过的写一个化名，改好故事再展示；不通过的说明原因',
    allow: desk,
    write: 'guarded',
    params,
    body: () =>
      z.discriminatedUnion('decision', [
        z.object({
          decision: z.literal('list'),
          pseudonym: words(20),
          ...wishSaid(),
          checked: z.literal(true).describe('故事已核实'),
        }),
        z.object({ decision: z.literal('turn_down'), reason: words(100) }),
      ]),
    answer: openedWish,
    problems: ['not_found', 'wish_not_open', 'wish_too_dear', 'wish_cash', 'wish_reveals'],
  },
  'POST /api/wishes/{wish}/claim': {
    summary: '认领一个心愿：一个志愿者、一支队，或社区代一个单位；在期限内送到社区',
    allow: wishClaimers,
    write: 'guarded',
    params,
    body: () => z.object({ company: words(40).optional().describe('社区代认领的单位') }),
    answer: claimedWish,
    problems: ['not_found', 'wish_taken', 'wish_not_open', 'too_young_alone'],
  },
  'POST /api/wishes/{wish}/release': {
    summary: '放弃认领，心愿回到列表',
    allow: wishClaimers,
    write: 'guarded',
    params,
    body: () => z.object({}),
    answer: () => z.object({ released: z.literal(true) }),
    problems: ['not_found', 'wish_not_open'],
  },
  'POST /api/wishes/{wish}/receipt': {
    summary: '社区收到了物品',
    allow: desk,
    write: 'guarded',
    params,
    body: () => z.object({}),
    answer: openedWish,
    problems: ['not_found', 'wish_not_open'],
  },
  'POST /api/wishes/{wish}/hand-over': {
    summary: '工作人员把物品送到居民手里，留下凭据；有志愿者一起送的填服务队',
    allow: desk,
    write: 'guarded',
    params,
    bodyBytesMax: base64Length(photoBytesMax) + 4096,
    body: () =>
      z.object({
        proof: z.enum(handOverProofs),
        note: words(100),
        photo: picture(photoTypes, photoBytesMax).optional().describe('签收单或物品，不拍人脸'),
        team: id().optional(),
      }),
    answer: openedWish,
    problems: ['not_found', 'wish_not_open'],
  },
  'GET /api/wishes/{wish}/photo': {
    summary: '送达凭据的照片',
    allow: desk,
    params,
    file: { types: photoTypes },
    answer: () => fileOf(photoTypes),
    problems: ['not_found'],
  },
  'POST /api/wishes/{wish}/thanks': {
    summary: '居民选几句话谢谢认领的人，或请工作人员代选',
    allow: ['resident', ...desk],
    write: 'guarded',
    params,
    body: () => z.object({ phrases: z.array(z.enum(thanksPhrases)).min(1).max(3) }),
    answer: () => z.object({ thanked: z.literal(true) }),
    problems: ['not_found', 'wish_not_open'],
  },
  'POST /api/wishes/{wish}/delivery': {
    summary: '登记送心愿的服务时长：只算送，不算买',
    allow: ['leader'],
    write: 'guarded',
    params,
    body: () =>
      z.object({
        volunteers: z.array(id()).min(1).max(10).refine(areDistinct, '同一个人填了两次'),
        from: instant(),
        to: instant(),
        makeUpReason: words(200).optional().describe('过了及时登记期限才登记的原因，补录时必填'),
      }),
    answer: () => z.object({ shift: id() }),
    problems: [
      'not_found',
      'wish_not_open',
      'nobody_admissible',
      'shift_not_ended',
      'shift_too_old',
      'make_up_reason_missing',
      'make_up_share_reached',
    ],
  },
  'POST /api/wishes/{wish}/review': {
    summary: '到期没有人认领，或认领了却办不成的心愿：再展示一期，或撤下；认领的人会得到通知',
    allow: desk,
    write: 'guarded',
    params,
    body: () => z.object({ decision: z.enum(['list', 'withdraw']), reason: words(100).optional() }),
    answer: openedWish,
    problems: ['not_found', 'wish_not_open'],
  },
  'POST /api/wishes/{wish}/withdrawal': {
    summary: '撤回还没有人认领的心愿',
    allow: ['resident', ...desk],
    write: 'guarded',
    params,
    body: () => z.object({}),
    answer: () => z.object({ withdrawn: z.literal(true) }),
    problems: ['not_found', 'wish_not_open'],
  },
});
