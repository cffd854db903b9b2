/** What to do now when an order or a wish says no. */
import type { orderProblems } from '../../../shared/problems/orders.ts';
import type { wishProblems } from '../../../shared/problems/wishes.ts';

export const orderNext: Readonly<Record<keyof typeof orderProblems | keyof typeof wishProblems, string>> = {
  order_medical: '需要有人陪着去医院，可以点“陪同出行”。',
  order_police: '人身安全受到威胁时，请马上拨 110。',
  order_petition: '12345 热线全天有人接听。',
  order_religion: '可以请社区工作人员告诉您电话。',
  order_biometric: '需要有人陪着去窗口，可以点“陪同出行”。',
  order_watched_people: '可以请社区工作人员告诉您电话。',
  order_kind_closed: '请在服务菜单里另选一项。',
  order_not_urgent: '请不选“急”再点一次，或另选一项。',
  order_window_invalid: '请重新选日期和时间。',
  dispatch_reason_missing: '请写明原因。',
  order_reveals: '请去掉姓名、电话和住址。',
  order_not_open: '请刷新，看看这张单走到了哪一步。',
  order_taken: '可以看看别的单。',
  order_extended: '可以退回重派，或取消后再点一次。',
  order_too_early: '约好的时间前半小时起可以开始。',
  order_contact_hidden: '快到服务的时间再打开这一页。',
  team_cannot_take: '请领队在“我的队能做什么”里登记。',
  team_load_full: '做完或退回一张，再接下一张。',
  home_visit_minor: '请安排成年队员，或和成年队员一起。',
  members_missing: '请在这张单里选队员。',
  track_invalid: '四位码在点单时显示过，代点的抄在纸条上；忘了请问社区。',
  wish_open_already: '可以先撤回还没有人认领的那一个。',
  wishes_too_many: '有急需的请直接告诉社区。',
  wish_too_dear: '请换一件便宜些的物品。',
  wish_cash: '请写一件想要的物品。',
  wish_reveals: '请改成看不出是谁的说法。',
  wish_not_open: '请刷新，看看这个心愿走到了哪一步。',
  wish_taken: '可以看看别的心愿。',
};
