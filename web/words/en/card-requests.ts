import type { cardRequests as zh } from '../zh-CN/card-requests.ts';

export const cardRequests: typeof zh = {
  title: 'Login cards and redeeming',
  lead: 'For members who lost the card or forgot the PIN. The code is on the printed card only, never here.',
  pick: (name) => `Pick ${name}`,
  ask: (count) => `Ask the school for ${count}`,
  asked: (count) => `The school was asked for ${count} cards; fetch them there.`,
  nobody: 'Nobody is in the team yet',
  nobodyNext: 'Members are listed here when they have joined.',
  waiting: 'Cards that leaders asked for',
  print: (label, count) => `${label}: print ${count}`,
  askedBy: (names) => `Asked by ${names}`,
  redeem: 'Redeem',
  redeemFor: (name) => `Redeem for ${name}`,
  back: 'Back to the team',
  firstPage: 'First page',
  nextPage: 'Next page',
};
