import type { receipts as zh } from '../zh-CN/receipts.ts';

export const receipts: typeof zh = {
  title: 'What became of the objection',
  waits: 'The school is still looking into it. The decision will be shown here; please come back in a few days.',
  waiting: 'Waiting',
  decided: 'Decided',
  decider: 'Decided by',
  decidedOn: 'Decided on',
  saidOn: 'Objected on',
  sent: 'Received: the school will look into it.',
  keep: 'Keep this link: the decision and the answer will be shown there.',
  copy: 'Copy',
  copied: 'Copied',
};
