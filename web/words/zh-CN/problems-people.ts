/** What to do next when two registrations could not be merged, or somebody could not move or register. */
import type { peopleProblems } from '../../../shared/problems/people.ts';

export const peopleNext: Readonly<Record<keyof typeof peopleProblems, string>> = {
  merge_not_possible: '请回到查找，重新选保留哪一份、并入哪一份。',
  merge_overlap: '请看预览里的两场服务，到“更正服务记录”把多出来的一场改为 0 分钟。',
  merge_records_open: '请等这些记录生效，或者退回。',
  merge_redemptions_open: '请到兑换点领取，或取消兑换单，积分会退回。',
  merge_undone: '请刷新后再看。',
  move_open: '请先等这一次办完，或不再办理。',
  move_closed: '请刷新后再看。',
  move_needless: '请核对学校代码。',
  move_school_unknown:
    '请向新学校核对六位代码。新学校没有使用时间银行的，请登记离校，时长和记录照样保留，可以下载给家长带去。',
  number_taken: '请核对学号，换一个再接收。',
  adults_only: '学生请选自己的学校，用学校代码登记。',
  registrations_paused: '填好的内容还在，过几分钟再交。',
  registration_answered: '请刷新后再看。',
  ticket_invalid: '请核对回执号；找不到了就问学校。',
  merit_withdrawn: '请刷新后查看。',
};
