/** What to do now when a certificate was asked for, approved or verified in vain. */
export const certificateNext = {
  certificate_empty: '公示中的时长还不算；请换一段日子，或等它生效。',
  certificate_too_long: '一份证明最多写 1000 次服务，请缩短日期。',
  certificate_waiting: '请等单位审核；有了结果再申请下一份。',
  certificate_decided: '请刷新后查看结果。',
  certificate_outdated: '请刷新，核对新的总时长。',
  certificate_not_issued: '等单位出具以后再下载。',
  certificate_checks_paused: '请过一分钟再试。',
};
