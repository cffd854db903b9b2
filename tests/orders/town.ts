/** The neighbourhood that each test begins in, and a team there that can help: opened anew, as live bindings. */
import { beforeEach } from 'vitest';
import { type Helpers, type Neighbourhood, openHelpers, openNeighbourhood } from './neighbourhood.ts';

export let town: Neighbourhood;
export let helpers: Helpers;

export const eachInTown = () =>
  beforeEach(async () => {
    town = await openNeighbourhood();
  });

/** @param able what the team can do, and how much of it */
export const eachWithHelpers = (able: Parameters<typeof openHelpers>[1]) =>
  beforeEach(async () => {
    town = await openNeighbourhood();
    helpers = await openHelpers(town, able);
  });

/** A team that can do much, and take much on. */
export const manySkills = { skills: ['hair', 'repair', 'tutoring'], loadMax: 20 } as const;
