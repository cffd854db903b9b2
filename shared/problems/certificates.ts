/** How those who ask for, approve or verify a certificate are told no. */
export const certificateProblems = {
  certificate_empty: { status: 409, title: '这段日子里没有这个单位记录的、已生效的时长' },
  certificate_too_long: { status: 409, title: '服务次数太多，一份证明写不下，请分几段日子申请' },
  certificate_waiting: { status: 409, title: '已有一份申请在等这个单位审核' },
  certificate_decided: { status: 409, title: '这份申请已经有了决定' },
  certificate_outdated: { status: 409, title: '时长刚刚变了，请重新看一遍再出具' },
  certificate_not_issued: { status: 409, title: '这份证明还没有出具' },
  certificate_checks_paused: { status: 429, title: '查验得太频繁，请稍后再试' },
} as const satisfies Record<string, { status: number; title: string }>;
