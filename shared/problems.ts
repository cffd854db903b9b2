import { activityProblems } from './problems/activities.ts';
import { certificateProblems } from './problems/certificates.ts';
import { orderProblems } from './problems/orders.ts';
import { peopleProblems } from './problems/people.ts';
import { rewardProblems } from './problems/rewards.ts';
import { staffProblems } from './problems/staff.ts';
import { wishProblems } from './problems/wishes.ts';

/**
 * Every way the time bank says no: a stable code, the HTTP status it travels with and the title a parent understands.
 * Codes are said from the asker's side. A code that is not listed here cannot be thrown.
 */
export const problems = {
  // The request itself
  shape_invalid: { status: 400, title: '填写的内容有误，请按提示修改' },
  cursor_invalid: { status: 400, title: '翻页标记已失效，请从第一页重新打开' },
  key_missing: { status: 400, title: '请求缺少 Idempotency-Key，请重新提交' },
  origin_foreign: { status: 403, title: '请求来自别的网站，已被拒绝' },
  media_type_unsupported: { status: 415, title: '请用 JSON 格式提交' },
  body_too_large: { status: 413, title: '提交的内容太大，请分批提交' },
  key_reused: { status: 422, title: '同一个 Idempotency-Key 已用于另一项内容，请换一个新的' },
  // Who asks
  sign_in_needed: { status: 401, title: '请先登录' },
  sign_in_failed: { status: 401, title: '账号或密码不对，请核对后再试' },
  sign_in_paused: { status: 429, title: '试错次数太多，请稍后再试' },
  post_not_allowed: { status: 403, title: '您当前的身份不能做这件事' },
  not_found: { status: 404, title: '没有找到' },
  code_invalid: { status: 404, title: '激活码不对或已过期，请向老师要一个新的' },
  secret_too_weak: { status: 422, title: '密码太简单，请换一个别人猜不到的' },
  login_taken: { status: 409, title: '这个登录名已有人使用' },
  ...staffProblems,
  // District
  school_code_taken: { status: 409, title: '这个学校代码已被使用' },
  district_name_fixed: { status: 409, title: '区的名称不能在这里修改' },
  unit_code_fixed: { status: 409, title: '这个单位的代码不能改，也不能新加' },
  unit_kind_misplaced: { status: 409, title: '上级单位下不能建这种单位' },
  rule_value_invalid: { status: 422, title: '规则的数值不在允许范围内' },
  rule_in_past: { status: 409, title: '规则只能从今天或以后的日期开始生效' },
  rule_looser: { status: 409, title: '学校的规定可以比区里更严，不能比区里宽' },
  // Volunteers and rosters
  file_incomplete: { status: 409, title: '文件还没有传完，请继续上传' },
  file_unreadable: { status: 422, title: '读不懂这个文件，请另存为 .xlsx 后再上传' },
  roster_header_missing: { status: 422, title: '名册里没有找到“姓名”和“学号”两列' },
  import_not_ready: { status: 409, title: '名册还在预览，请稍候' },
  class_changed: { status: 409, title: '这个班级刚刚被修改，请重试' },
  consent_text_taken: { status: 409, title: '这个版本的同意书已经公布，请另取一个版本名' },
  consent_text_changed: { status: 409, title: '同意书换了新版，请重新看一遍' },
  consent_scope_needed: { status: 422, title: '名册和服务时长是参加服务必需的，不能去掉' },
  consent_not_yours: { status: 409, title: '现在由监护人决定是否同意' },
  request_answered: { status: 409, title: '这个请求已经答复过了' },
  year_change_outdated: { status: 409, title: '离校的人数和刚才看到的不同，请重新看一遍' },
  year_change_not_done: { status: 409, title: '这个学年还没有办理升级' },
  year_undo_too_late: { status: 409, title: '已过撤销的期限' },
  // Teams
  person_not_eligible: { status: 409, title: '名单中有人不能加入' },
  // Hours
  consent_missing: { status: 409, title: '还没有监护人的同意书' },
  time_outside_shift: { status: 409, title: '时间不在这场服务之内' },
  shift_not_ended: { status: 409, title: '服务还没有结束，不能登记' },
  shift_too_old: { status: 409, title: '服务结束已超过补录期限' },
  nobody_admissible: { status: 409, title: '名单中没有可以登记的人' },
  record_summed: { status: 409, title: '这段时间已并入当天另一条记录，请先处理那一条' },
  time_overlap: { status: 409, title: '这段时间与已有的服务记录重叠' },
  record_not_open: { status: 409, title: '这条记录现在不能这样处理' },
  self_approval: { status: 409, title: '登记人和参加人不能审核这条记录' },
  undo_too_late: { status: 409, title: '已过十分钟或已经生效，不能撤销审核' },
  insurance_missing: { status: 422, title: '有风险的服务要先买保险，请填保险单号' },
  make_up_reason_missing: { status: 422, title: '这场服务已过及时登记的期限，请写明补录原因' },
  make_up_photo_missing: { status: 409, title: '补录要先附上纸质签到表的照片' },
  make_up_share_reached: { status: 409, title: '这支队本月补录太多，不能再补录' },
  child_not_accompanied: { status: 409, title: '年龄还小，要有家长陪同才能登记' },
  too_young_for_risk: { status: 409, title: '年龄还不能参加有风险的服务' },
  approval_rank_needed: { status: 409, title: '这一天服务时间很长，要由上级审核' },
  approver_in_team: { status: 409, title: '补录要由服务队以外的人审核' },
  objection_link_invalid: { status: 404, title: '这个公示链接不对或已过期' },
  objections_paused: { status: 429, title: '现在提出的异议太多，请过一小时再试，或直接联系学校' },
  objection_receipts_paused: { status: 429, title: '查看得太频繁，请稍后再试' },
  relative_hours: { status: 409, title: '不能经手自己孩子的时长和积分' },
  own_hours: { status: 409, title: '不能确认自己的时长' },
  // Rewards
  ...rewardProblems,
  // Corrections and adjustments, decided by two people
  own_account: { status: 409, title: '不能办理自己的时长和积分，请同事来办' },
  correction_not_lower: { status: 409, title: '更正只能减少时长' },
  second_person_needed: { status: 409, title: '须由另一个人决定：提出人和登记人不能决定' },
  change_decided: { status: 409, title: '这一项已经有了不同的决定' },
  change_outdated: { status: 409, title: '提出以后情况又变了，请不同意这一项，再重新提出' },
  adjustment_too_large: { status: 409, title: '一次调整的积分超过了上限' },
  debt_none: { status: 409, title: '没有待补足的积分' },
  waiver_needs_district: { status: 409, title: '成年志愿者待补足的积分由区级管理员核销' },
  // Certificates
  ...certificateProblems,
  // Inbox
  notice_needed: { status: 409, title: '这种消息关系权益和安全，不能关闭' },
  // Activities
  ...activityProblems,
  // Orders
  ...orderProblems,
  // Wishes
  ...wishProblems,
  // People: merged, moved, self-registered
  ...peopleProblems,
  // The system
  busy: { status: 503, title: '现在办理的人太多，请稍候再试' },
  outcome_unknown: { status: 503, title: '还不能确定是否办成，请用原来的请求重试' },
  fault: { status: 500, title: '系统出错了，请稍后再试' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** Problems any route may give; contracts list only what is particular to them. */
export const universalProblems = ['shape_invalid', 'fault', 'busy'] as const satisfies readonly ProblemCode[];
/** Problems every route for signed-in people may give. */
export const signedInProblems = [
  'sign_in_needed',
  'post_not_allowed',
  'second_step_needed',
] as const satisfies readonly ProblemCode[];
/** Problems every write may give. */
export const writeProblems = [
  'key_missing',
  'origin_foreign',
  'media_type_unsupported',
  'body_too_large',
  'outcome_unknown',
] as const satisfies readonly ProblemCode[];

/** Problems every write for a client's key may give besides. */
export const guardedProblems = ['key_reused'] as const satisfies readonly ProblemCode[];

/** One shape fault: a JSON pointer into the request and a sentence. */
export interface ShapeError {
  pointer: string;
  message: string;
}
