/** What staff do next when their sign-in or a post was refused. */
import type { staffProblems } from '../../../shared/problems/staff.ts';

export const staffNext: Readonly<Record<keyof typeof staffProblems, string>> = {
  second_step_needed: '请打开“确认本人”，输入手机上的动态验证码。',
  proof_needed: '请输入密码或动态验证码，再办一次。',
  proof_wrong: '动态验证码每 30 秒换一个，用过的不能再用；请等下一个。',
  totp_not_started: '请重新打开二维码，用手机再扫一次。',
  password_needed: '请设一个至少 12 个字的密码，以后用它登录。',
  post_held: '不用再办；要改期限，请先结束原来的身份。',
  until_day_invalid: '请换一个日子。',
  right_suspended: '请换人办理。',
  finding_lifted: '请刷新。',
  export_link_expired: '请打开“导出”页，再点一次下载。',
};
