/** The volunteers' door: people by id, and the import's next step for the projections. */
export { classLabel, type Person, readPeople, stageOf } from './people.ts';
