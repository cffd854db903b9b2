import { moves } from '../../../shared/contracts/moves.ts';
import { bind } from '../../platform/http/story.ts';
import { consentToMove, showMyMove } from './mine.ts';
import { listMoves } from './show.ts';
import { acceptMove, callOffMove, proposeMove } from './staff.ts';

export const movesCapability = bind(moves, {
  'POST /api/moves': proposeMove,
  'GET /api/moves': listMoves,
  'POST /api/moves/{volunteer}/acceptance': acceptMove,
  'POST /api/moves/{volunteer}/calling-off': callOffMove,
  'GET /api/me/move': showMyMove,
  'POST /api/me/move/consent': consentToMove,
});
