/** How wishes say no. */
export const wishProblems = {
  wish_open_already: { status: 409, title: '这位居民还有一个心愿没有实现，实现后再许下一个' },
  wishes_too_many: { status: 409, title: '这位居民今年的心愿已经够多，明年再许' },
  wish_too_dear: { status: 422, title: '心愿的物品超过了限价，请换一件小一些的' },
  wish_cash: { status: 422, title: '心愿只能是一件物品，不能是现金、红包、购物卡或转账' },
  wish_reveals: { status: 422, title: '称呼和故事里不能有真实姓名、电话或住址' },
  wish_not_open: { status: 409, title: '这个心愿已经走到别的一步，现在不能这样处理' },
  wish_taken: { status: 409, title: '这个心愿已经有人认领了' },
} as const;
