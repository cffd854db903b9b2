/** The chapters of the API's documentation, in the order a newcomer meets them. */
import { access } from '../../shared/contracts/access.ts';
import { anomalies } from '../../shared/contracts/anomalies.ts';
import { cardRequests } from '../../shared/contracts/card-requests.ts';
import { changes } from '../../shared/contracts/changes.ts';
import { consents } from '../../shared/contracts/consents.ts';
import { district } from '../../shared/contracts/district.ts';
import { figures } from '../../shared/contracts/figures.ts';
import { gifts } from '../../shared/contracts/gifts.ts';
import { guardianAccess } from '../../shared/contracts/guardian-access.ts';
import { corrections, guardians } from '../../shared/contracts/guardians.ts';
import { hours } from '../../shared/contracts/hours.ts';
import { hoursFollow } from '../../shared/contracts/hours-follow.ts';
import { lateRecords } from '../../shared/contracts/late-records.ts';
import { ledger } from '../../shared/contracts/ledger.ts';
import { merits } from '../../shared/contracts/merits.ts';
import { notices } from '../../shared/contracts/notices.ts';
import { objections } from '../../shared/contracts/objections.ts';
import { ratings } from '../../shared/contracts/ratings.ts';
import { rewards } from '../../shared/contracts/rewards.ts';
import type { Routes } from '../../shared/contracts/route.ts';
import { schoolYears } from '../../shared/contracts/school-year.ts';
import { stock } from '../../shared/contracts/stock.ts';
import { teams } from '../../shared/contracts/teams.ts';
import { volunteers } from '../../shared/contracts/volunteers.ts';
import { weekSheets } from '../../shared/contracts/week-sheets.ts';

interface Chapter {
  /** The OpenAPI tag. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly routes: Routes;
}

export const capabilities: readonly Chapter[] = [
  { name: 'access', title: '登录与身份', about: '登录、退出、换身份，请同事，发激活码', routes: access },
  { name: 'district', title: '区与规则', about: '单位、规则的数字、工作日、兑换点', routes: district },
  {
    name: 'volunteers',
    title: '志愿者',
    about: '名册导入、班级名单、监护人同意书、登录卡、学年升级和离校',
    routes: { ...volunteers, ...cardRequests, ...schoolYears },
  },
  {
    name: 'guardians',
    title: '监护人与同意',
    about: '同意书、监护人登录、孩子的信息和更正',
    routes: { ...guardianAccess, ...consents, ...guardians, ...corrections, ...lateRecords },
  },
  { name: 'teams', title: '志愿服务队', about: '成立、成员、领队', routes: teams },
  {
    name: 'hours',
    title: '服务时长',
    about: '场次登记、确认、审核、公示、异议',
    routes: { ...hours, ...hoursFollow, ...objections, ...weekSheets, ...anomalies, ...ratings, ...merits },
  },
  { name: 'ledger', title: '账户', about: '积分和时长的余额与流水', routes: ledger },
  {
    name: 'rewards',
    title: '兑换与星级',
    about: '兑换品、兑换单、核销、星级和礼遇、库存和卡号',
    routes: { ...rewards, ...gifts, ...stock },
  },
  { name: 'changes', title: '更正与调整', about: '更正已生效的时长，调整和核销积分，公共积分池', routes: changes },
  { name: 'notices', title: '消息', about: '收件箱、已读、收哪些消息', routes: notices },
  { name: 'figures', title: '数字', about: '单位的统计数字，向社会公开的数字', routes: figures },
];
