/** The chapters of the API's documentation, in the order a newcomer meets them. */
import { access } from '../../shared/contracts/access.ts';
import { activities } from '../../shared/contracts/activities.ts';
import { anomalies } from '../../shared/contracts/anomalies.ts';
import { attendance } from '../../shared/contracts/attendance.ts';
import { bookings } from '../../shared/contracts/bookings.ts';
import { cardRequests } from '../../shared/contracts/card-requests.ts';
import { certificateFiles } from '../../shared/contracts/certificate-files.ts';
import { certificates } from '../../shared/contracts/certificates.ts';
import { changes } from '../../shared/contracts/changes.ts';
import { consents } from '../../shared/contracts/consents.ts';
import { district } from '../../shared/contracts/district.ts';
import { exportsOfLists } from '../../shared/contracts/exports.ts';
import { feedback } from '../../shared/contracts/feedback.ts';
import { figures } from '../../shared/contracts/figures.ts';
import { findings } from '../../shared/contracts/findings.ts';
import { gifts } from '../../shared/contracts/gifts.ts';
import { guardianAccess } from '../../shared/contracts/guardian-access.ts';
import { corrections, guardians } from '../../shared/contracts/guardians.ts';
import { health } from '../../shared/contracts/health.ts';
import { hours } from '../../shared/contracts/hours.ts';
import { hoursFollow } from '../../shared/contracts/hours-follow.ts';
import { lateRecords } from '../../shared/contracts/late-records.ts';
import { ledger } from '../../shared/contracts/ledger.ts';
import { merges } from '../../shared/contracts/merges.ts';
import { merits } from '../../shared/contracts/merits.ts';
import { moves } from '../../shared/contracts/moves.ts';
import { notices } from '../../shared/contracts/notices.ts';
import { objections } from '../../shared/contracts/objections.ts';
import { orders } from '../../shared/contracts/orders.ts';
import { posts } from '../../shared/contracts/posts.ts';
import { ratings } from '../../shared/contracts/ratings.ts';
import { redeemFor } from '../../shared/contracts/redeem-for.ts';
import { registrations } from '../../shared/contracts/registrations.ts';
import { residents } from '../../shared/contracts/residents.ts';
import { rewards } from '../../shared/contracts/rewards.ts';
import type { Routes } from '../../shared/contracts/route.ts';
import { schoolYears } from '../../shared/contracts/school-year.ts';
import { secondStep } from '../../shared/contracts/second-step.ts';
import { signUps } from '../../shared/contracts/sign-ups.ts';
import { stock } from '../../shared/contracts/stock.ts';
import { teamOrders } from '../../shared/contracts/team-orders.ts';
import { teams } from '../../shared/contracts/teams.ts';
import { volunteers } from '../../shared/contracts/volunteers.ts';
import { weekSheets } from '../../shared/contracts/week-sheets.ts';
import { wishes } from '../../shared/contracts/wishes.ts';

interface Chapter {
  /** The OpenAPI tag. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly routes: Routes;
}

export const capabilities: readonly Chapter[] = [
  {
    name: 'access',
    title: '登录与身份',
    about: '登录、退出、动态验证码、换身份，请同事、代领队和代审，发激活码',
    routes: { ...access, ...secondStep, ...posts },
  },
  { name: 'district', title: '区与规则', about: '单位、规则的数字、工作日、兑换点', routes: district },
  {
    name: 'volunteers',
    title: '志愿者',
    about: '名册导入、班级名单、监护人同意书、登录卡、学年升级、离校和转学、自助登记',
    routes: { ...volunteers, ...cardRequests, ...schoolYears, ...moves, ...registrations },
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
    about: '场次登记、确认、审核、公示、异议，志愿服务记录证明',
    routes: {
      ...hours,
      ...hoursFollow,
      ...objections,
      ...weekSheets,
      ...anomalies,
      ...ratings,
      ...merits,
      ...certificates,
      ...certificateFiles,
    },
  },
  {
    name: 'orders',
    title: '点单',
    about: '服务菜单、点单、审核、派单、接单、服务、评单、回访',
    routes: { ...residents, ...orders, ...teamOrders },
  },
  { name: 'wishes', title: '微心愿', about: '收集、核实、认领、送达、感谢', routes: wishes },
  {
    name: 'activities',
    title: '活动',
    about: '发布、报名、候补、签到和签退、群众评价',
    routes: { ...activities, ...signUps, ...attendance, ...feedback },
  },
  { name: 'ledger', title: '账户', about: '积分和时长的余额与流水', routes: ledger },
  {
    name: 'rewards',
    title: '兑换与星级',
    about: '兑换品、兑换单、核销、星级和礼遇、库存和卡号、服务优惠的预约',
    routes: { ...rewards, ...gifts, ...stock, ...bookings, ...redeemFor },
  },
  {
    name: 'changes',
    title: '更正与调整',
    about: '更正已生效的时长，调整和核销积分，合并登记，公共积分池',
    routes: { ...changes, ...merges, ...findings },
  },
  { name: 'notices', title: '消息', about: '收件箱、已读、收哪些消息', routes: notices },
  { name: 'figures', title: '数字', about: '单位的统计数字，向社会公开的数字', routes: figures },
  { name: 'exports', title: '导出', about: '把名册、服务记录、兑换单和每月数字写成表格文件', routes: exportsOfLists },
  { name: 'health', title: '运行', about: '系统能不能用，程序版本', routes: health },
];
