import { changes } from '../../shared/contracts/changes.ts';
import { findings } from '../../shared/contracts/findings.ts';
import { merges } from '../../shared/contracts/merges.ts';
import { bind } from '../platform/http/story.ts';
import { decideChange } from './decide.ts';
import { proposeFinding, proposeLifting } from './findings/propose.ts';
import { previewMerge } from './merge/preview.ts';
import { proposeMerge, proposeSeparation } from './merge/propose.ts';
import { proposeCorrection } from './propose-correction.ts';
import { proposeAdjustment, proposeWaiver } from './propose-points.ts';
import { listChanges, showOneChange } from './show.ts';
import { showPool } from './show-pool.ts';

export const changesCapability = bind(changes, {
  'POST /api/corrections': proposeCorrection,
  'POST /api/adjustments': proposeAdjustment,
  'POST /api/waivers': proposeWaiver,
  'GET /api/changes': listChanges,
  'GET /api/changes/{change}': showOneChange,
  'POST /api/changes/{change}/decision': decideChange,
  'GET /api/pool': showPool,
});

export const mergesCapability = bind(merges, {
  'GET /api/merges/preview': previewMerge,
  'POST /api/merges': proposeMerge,
  'POST /api/merges/{change}/undo': proposeSeparation,
});

export const findingsCapability = bind(findings, {
  'POST /api/findings': proposeFinding,
  'POST /api/findings/{change}/lifting': proposeLifting,
});
