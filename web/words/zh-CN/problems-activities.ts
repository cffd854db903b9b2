/** What to do now when an activity says no. */
import type { activityProblems } from '../../../shared/problems/activities.ts';

export const activityNext: Readonly<Record<keyof typeof activityProblems, string>> = {
  no_shifts: '请看看开始、结束的日期和选的星期；节假日和 7、8 月不算上学日。',
  shifts_too_many: '一次最多 500 场，请分两次发布。',
  shift_started: '已经过去的场次改不了，请另发布一场。',
  shift_cancelled: '可以看看别的活动。',
  places_taken: '请把名额改到不少于已经报名的人数。',
  age_not_met: '可以看看适合自己年龄的活动。',
  grade_not_met: '可以看看适合自己年级的活动。',
  qualification_missing: '请先参加培训，由领队登记。',
  guardian_must_come: '请家长用监护人的身份登录来报名，并一起参加。',
  sign_up_closed: '已经开始了；想参加请直接找现场的领队。',
  sign_up_paused: '过一段时间会自动恢复；有特殊情况请联系领队。',
  sign_up_overlap: '先退出时间冲突的那一个，再来报名。',
  sign_up_not_open: '请刷新页面，看看现在到了哪一步。',
  cancel_reason_missing: '选一个原因就可以。',
  not_signed_up: '请先报名；已经到了现场，可以请领队当场加上。',
  not_checked_in: '请先签到；忘了签到请找领队。',
  attendance_closed: '快开始到计划结束可以签到，结束后不久还可以签退；错过了请找领队。',
  code_wrong: '请对准领队屏幕上的码再扫一次，或输入它下面的六位数字。',
  code_outdated: '码每 15 秒换一次，请再扫一次。',
  code_tries_paused: '请扫码，或请领队帮你签到。',
  time_beyond_attendance: '只能往少改：不能早于签到，也不能晚于签退。',
  excuse_too_late: '已经计入本学年的缺席次数，下个学年重新算。',
  feedback_link_invalid: '请在现场重新扫一次码。',
  feedback_paused: '请过一会儿再试。',
};
