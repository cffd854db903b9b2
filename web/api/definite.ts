import type { ProblemSaid } from './problem.ts';

/** Silence, a busy server, or somebody else signed in: none says that what was sent is wrong. */
export const isDefinite = ({ status }: ProblemSaid): boolean =>
  status >= 400 && status < 500 && ![401, 403, 429].includes(status);
