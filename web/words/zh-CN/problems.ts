/** Titles are the API's; `next` says what to do now. */
import { problems as said } from '../../../shared/problems.ts';
import type { ProblemSaid } from '../../api/problem.ts';
import type { ProblemWords } from '../problems.ts';

const nextSteps: Readonly<Record<ProblemSaid['code'], string>> = {
  shape_invalid: '请检查标红的地方，改好后再提交。',
  cursor_invalid: '请从第一页重新打开这个列表。',
  key_missing: '请刷新页面后再提交一次。',
  origin_foreign: '请从本站的页面打开后再操作。',
  media_type_unsupported: '请刷新页面后再试。',
  body_too_large: '请减少一次提交的内容，分几次提交。',
  key_reused: '请刷新页面后重新填写。',
  sign_in_needed: '登录后会回到这一页。',
  sign_in_failed: '请核对学校代码、学号和 PIN；忘记了请找老师。',
  sign_in_paused: '请过几分钟再试；忘记了 PIN 请找老师。',
  post_not_allowed: '如果您有另一个身份，请在“我的”里切换后再打开。',
  not_found: '地址可能已经失效，请从首页重新进入。',
  code_invalid: '请核对卡片上的激活码，或请老师重新打印一张。',
  secret_too_weak: '请避开连续、重复的数字和生日。',
  login_taken: '请换一个登录名。',
  school_code_taken: '请核对学校代码。',
  unit_kind_misplaced: '请另选上级单位。',
  rule_value_invalid: '请在允许的范围内填写。',
  rule_in_past: '请选择今天或以后的日期。',
  file_incomplete: '请重新选择文件上传。',
  file_unreadable: '请用 WPS 或 Excel 另存为 .xlsx，再上传。',
  roster_header_missing: '请在表头写上“姓名”和“学号”，再上传。',
  import_not_ready: '请等预览完成后再确认。',
  class_changed: '请再提交一次。',
  person_not_eligible: '请去掉不能加入的人后再试。',
  consent_missing: '请先登记监护人的同意书。',
  time_outside_shift: '请把时间改到这场服务的起止之内。',
  shift_not_ended: '请等服务结束后再登记。',
  shift_too_old: '请联系学校管理员。',
  nobody_admissible: '请看每个人名后面的原因。',
  time_overlap: '请核对另一场服务的时间。',
  record_not_open: '它可能刚刚被处理过，请刷新后查看。',
  undo_too_late: '超过了十分钟，请用退回的方式处理。',
  self_approval: '请由单位里的另一位审核人处理。',
  own_hours: '请由另一位领队确认。',
  balance_too_low: '再参加几次服务，攒够了再来兑换。',
  sold_out: '可以看看别的兑换品，或等兑换点补货。',
  reward_closed: '可以看看别的兑换品。',
  price_changed: '请看清新的积分数后再兑换。',
  limit_reached: '请下个月再来。',
  debt_open: '新得的积分会先补足，之后就能兑换。',
  redemption_not_open: '请刷新后查看它现在的状态。',
  stock_too_low: '请核对库存数量。',
  busy: '什么都没有改变，请过几秒再试。',
  outcome_unknown: '请直接点“再试一次”，不会重复办理。',
  fault: '请稍后再试；如果还不行，请联系学校。',
  offline: '请检查网络，然后点“再试一次”，不会重复办理。',
};

const titles = { ...said, offline: { title: '网络断开了' } };

export const problems = Object.fromEntries(
  Object.entries(titles).map(([code, { title }]) => [code, { title, next: nextSteps[code as ProblemSaid['code']] }]),
) as ProblemWords;
