import { leader } from './leader.ts';

/** A leader's first page: the team and its shifts. */
export const leaderHome = {
  ...leader,
  leaderTitle: '我的服务队',
  members: (count: string) => `${count} 名队员`,
  otherTeams: '换到另一支队',
  recordShift: '登记一场服务',
  weekSheet: '一周值日表',
  merits: '登记培训、奖励和技能',
  substitutes: '请人代领',
  newCards: '登录卡和代兑换',
  backTitle: '被退回，请修改',
  openTitle: '等您确认',
  unsettled: (count: string) => `${count} 场活动结束了，还没有办完`,
  shiftsTitle: '服务场次',
  noShifts: '还没有登记过服务',
  noShiftsNext: '活动结束后来登记，不到一分钟就好。',
  fix: '去修改',
  goConfirm: '去确认',
  older: '更早的场次',
  newest: '回到最近的',
  stateCount: (state: string, count: string) => `${state} ${count}`,
};
