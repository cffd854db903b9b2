/** The door of changes: the stories that cross everything. */
export { carryNeeded, carryOn } from './carry.ts';
export { reviewEntries, reviewNeeded } from './findings/review.ts';
export { changeHappenings } from './happened.ts';
export { movesCapability } from './move/routes.ts';
export { changesCapability, findingsCapability, mergesCapability } from './routes.ts';
export { schoolYearsCapability } from './year/routes.ts';
export { yearStepNeeded } from './year/rows.ts';
export { sealStage, stageLeft } from './year/seal-stage.ts';
export { stepYearChange } from './year/step.ts';
