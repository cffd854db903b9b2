/** The volunteers' door: people by id for neighbours, and an import's next step for the projections. */
export { classChanged, classSizeChanged, readClassSize } from './changed.ts';
export { importStepNeeded } from './import/rows.ts';
export { stepImport } from './import/step.ts';
export { classLabel, consentOf, type Person, personAt, personOf, readPeople, stageOf } from './people.ts';
export { volunteersCapability } from './routes.ts';
export { showConsents, showPerson } from './show-person.ts';
