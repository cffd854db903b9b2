/** The volunteers' door: people by id for neighbours, and an import's next step for the projections. */

export { arrivingWrites } from './arriving.ts';
export { cardRequestWrite, listCardRequests } from './card-requests.ts';
export { type AskedKind, askedChanged, classChanged, classSizeChanged, readAsked, readClassSize } from './changed.ts';
export { type ListedClass, readClasses } from './classes.ts';
export { ownWordDays } from './coming-of-age.ts';
export { consentsCapability } from './consent/routes.ts';
export { correctionsCapability } from './corrections/routes.ts';
export { askingHappenings, consentHappenings } from './happened.ts';
export { listMissing } from './import/missing.ts';
export { importStepNeeded } from './import/rows.ts';
export { stepImport } from './import/step.ts';
export { laterSealWrite } from './leaver-rows.ts';
export { listLeaversOf } from './leavers.ts';
export { type Leaving, leavingWrites, type Moved, returningWrites } from './leaving.ts';
export { mergingWrites, separatingWrites } from './merging.ts';
export { isNumberFree, movingWrites } from './moving.ts';
export { readNaming } from './naming.ts';
export {
  classLabel,
  consentOf,
  covers,
  gradeOf,
  inListOrder,
  isCovered,
  isUnnamed,
  nameIn,
  type Person,
  personAt,
  personOf,
  readPeople,
  registrationsMergedInto,
  stageOf,
  unchangedPerson,
} from './people.ts';
export { pupilsBelow } from './pupils-below.ts';
export { registrationsCapability } from './registration/routes.ts';
export { volunteersCapability } from './routes.ts';
export { isListed } from './show-lines.ts';
export { showConsents, showPerson } from './show-person.ts';
export { storedOf } from './stored-of.ts';
