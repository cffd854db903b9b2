/** What can be ordered in a district, and what is somebody else's to do. */
import { orderProblems } from '../../../shared/problems/orders.ts';
import { type RefusedKind, refusedKinds } from '../../../shared/rules/service-menu.ts';
import { orderTeam } from './order-team.ts';

const insteadOf = (kind: RefusedKind): string => orderProblems[refusedKinds[kind]].title;

export const serviceMenu = {
  refused: orderTeam.refused,
  skills: orderTeam.skills,
  insteadOf,
  title: '服务菜单',
  lead: '居民点单时选的就是这里的项目；改了马上生效，已经点的单不变。',
  leadRead: '居民点单时选的就是这里的项目，由区里维护。',
  back: '回到点单',
  add: '加一项',
  addTitle: '服务菜单加一项',
  change: '修改',
  changeOf: (title: string) => `修改“${title}”`,
  kindsTitle: '可以点的',
  closedTitle: '暂时不能点的',
  refusedTitle: '志愿者不做的',
  refusedLead: '点单里选到这些，会马上告诉居民该找谁。',
  minutesOf: (count: string) => `约 ${count} 分钟`,
  daysOf: (count: string) => `${count} 天内做完`,
  needsSkill: (skill: string) => `派给会“${skill}”的队`,
  atHome: '进家门',
  urgent: '可以加急',
  riskOf: (level: string) => `风险 ${level} 级`,
  name: '名称',
  nameHint: '居民一看就懂，例如：上门理发',
  minutes: '通常要多少分钟',
  days: '几天内做完',
  skill: '要会什么',
  risk: '风险等级',
  risks: ['0 没有特别的', '1 低', '2 中，只限成年人，要保险', '3 高，只限成年人，要保险'],
  homeVisit: '要进居民家里（只派成年人，或成年人带着）',
  mayBeUrgent: '可以加急',
  open: '现在可以点',
  save: '保存',
  cancel: '取消',
  saved: (title: string) => `“${title}”保存好了`,
};
