import type { recording as zh } from '../zh-CN/recording.ts';

export const recording: typeof zh = {
  makeUpReason: 'Why so late',
  makeUpHint:
    'Needed once the deadline is over: photograph the sign-in sheet before confirming; two teachers from outside the team approve.',
  riskLevel: 'Risk level',
  riskLevels: ['0 none', '1 low', '2 higher, adults only', '3 high, adults only'],
  peopleServed: 'People served',
  peopleServedHint: 'Roughly; may stay empty',
  preparation: 'Preparation (minutes)',
  preparationHint: 'Such as setting up: added for everybody; the way there does not count',
  accompanied: 'Parents came along (needed for children under ten)',
  insurance: 'Insurance number',
};
