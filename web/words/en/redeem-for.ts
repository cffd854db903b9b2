import type { redeemFor as zh } from '../zh-CN/redeem-for.ts';

export const redeemFor: typeof zh = {
  title: (name) => `Redeem for ${name}`,
  note: (label, points) => `${label}, ${points} points`,
  back: 'Back',
  print: 'Print the codes',
  qr: (name) => `Pick-up QR code of ${name}`,
  pickUpBy: (day) => `Pick up by ${day}`,
  chooseTitle: 'What to redeem',
  nothing: 'Nothing in stock that the points would pay for.',
  what: 'Reward and where to pick it up',
  offer: (name, points, desk, left) => `${name}, ${points} points, ${desk} (${left} left)`,
  after: (price, rest) => `Costs ${price} points; ${rest} points stay`,
  told: 'It is noted that you did it; the pupil and the guardians are told.',
  redeem: 'Redeem',
};
