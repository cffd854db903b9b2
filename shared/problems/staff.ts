/** How staff are told no about their sign-in, posts and exports. */
export const staffProblems = {
  second_step_needed: { status: 403, title: '请先输入或绑定动态验证码' },
  proof_needed: { status: 403, title: '请再确认一次是您本人' },
  proof_wrong: { status: 422, title: '验证码或密码不对，请核对后再试' },
  totp_not_started: { status: 409, title: '绑定已过时，请重新扫码' },
  password_needed: { status: 422, title: '工作人员用密码登录，请同时设一个密码' },
  post_held: { status: 409, title: '这位同事已经有这个身份' },
  until_day_invalid: { status: 422, title: '截止日期请选今天到半年以内' },
  right_suspended: { status: 403, title: '确认和审核的权利已经暂停，请找学校或区管理员' },
  finding_lifted: { status: 409, title: '这项认定还没有生效，或者已经解除' },
  export_link_expired: { status: 410, title: '下载地址已过期，请回到导出页再点一次' },
} as const satisfies Record<string, { status: number; title: string }>;
