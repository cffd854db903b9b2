import { corrections } from '../../../shared/contracts/guardians.ts';
import { bind } from '../../platform/http/story.ts';
import { answerCorrection, listCorrections } from './answer.ts';
import { askCorrection, listMyCorrections } from './ask.ts';

export const correctionsCapability = bind(corrections, {
  'POST /api/me/correction-requests': askCorrection,
  'GET /api/me/correction-requests': listMyCorrections,
  'GET /api/correction-requests': listCorrections,
  'POST /api/correction-requests/{request}/answer': answerCorrection,
});
