/** Words of the community's desk. */
import type { DispatchFactor } from '../../../shared/rules/dispatch.ts';
import type { OrderLane } from '../../../shared/rules/order-states.ts';
import { orders } from './orders.ts';

const lanes: Readonly<Record<OrderLane, string>> = {
  triage: '待审核',
  desk: '要您协调',
  call_back: '待回访',
  moving: '派单中',
  running: '已接单',
};
const factors: Readonly<Record<DispatchFactor, (value: number) => string>> = {
  distance: (value) => (value < 10 ? `隔 ${value} 级单位` : `${(value / 1000).toFixed(1)} 公里`),
  free: (value) => `有空 ${value}%`,
  load: (value) => `手上的单已占 ${value}%`,
  fairness: (value) => `本月接了 ${value} 单`,
  quality: (value) => `评价 ${value / 10} 星`,
  drops: (value) => `近来退单 ${value} 次`,
};

export const orderDesk = {
  ...orders,
  lanes,
  factors,
  deskTitle: '点单',
  deskLead: '先看最上面的，越往上越急。',
  placeFor: '代居民点单',
  newResident: '给居民开账号',
  login: '登录名（可用手机号）',
  residentDone: (code: string) => `激活码 ${code}，14 天内用一次。请抄给居民。`,
  noQueue: '现在没有要办的点单',
  chooseUnit: '换一个社区',
  open: '打开',
  whatFor: '需要什么',
  candidates: '可以派的队',
  candidatesLead: '按远近、有空、手上的单、公平、评价排先后。通过后派给前三队。',
  noCandidates: '没有队登记能做这项，通过后直接开放抢单。',
  noOthers: '没有别的队可派了。',
  pointsOf: (points: number) => `${points} 分`,
  pass: '通过并派单',
  turnDown: '不通过',
  needForTeams: '给服务队看的话',
  riskForTeams: '给服务队看的注意事项',
  textsNote: '服务队看到的就是下面的话，请去掉姓名、电话和门牌。',
  riskLevel: '风险等级（0–3）',
  offerTo: '派给这支队',
  redispatch: '重新派单',
  takenNote: '原来接单的队会看到这句话。',
  extend: '改约延期',
  callBack: '记下回访',
  callBackNote: '回访问到了什么',
  callBackUntil: (when: string) => `请在 ${when} 前回访`,
  rateByPhone: '代填电话评价',
};
