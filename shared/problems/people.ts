/** How merging registrations, moving to another school and registering oneself are refused. */
export const peopleProblems = {
  merge_not_possible: { status: 409, title: '这两份登记不能合并：请选同一个人的两份，保留的一份要在校' },
  merge_overlap: { status: 409, title: '两份登记有重叠的服务时间，请先更正其中一条' },
  merge_records_open: { status: 409, title: '要并入的登记还有没办结的服务记录，请先办结' },
  merge_redemptions_open: { status: 409, title: '要并入的登记还有没领的兑换品，请先领取或取消' },
  merge_undone: { status: 409, title: '这次合并还没有办成，或已经撤销' },
  move_open: { status: 409, title: '这名学生正在办转学' },
  move_closed: { status: 409, title: '这次转学已经办完，或不再办理' },
  move_needless: { status: 409, title: '这名学生已经在这所学校' },
  move_school_unknown: { status: 409, title: '没有这个学校代码' },
  number_taken: { status: 409, title: '这个学号在这所学校已有人用' },
  adults_only: { status: 409, title: '社区只登记成年志愿者，学生请在学校登记' },
  registrations_paused: { status: 429, title: '现在登记的人太多，请过一会儿再试，或直接找学校' },
  registration_answered: { status: 409, title: '这份登记已经答复过了' },
  ticket_invalid: { status: 404, title: '没有找到这个回执号' },
  merit_withdrawn: { status: 409, title: '这一条已经撤回了' },
} as const satisfies Record<string, { status: number; title: string }>;
