import type { ObjectionsWords } from '../objections.ts';

export const objections: ObjectionsWords = {
  waiting: (count) => `Objections to decide on: ${count}.`,
  go: 'Go to objections',
  goFind: (name) => `If the record of ${name} was made up on purpose: propose a finding`,
  chooseTitle: 'Choose a unit first',
  chooseNext: 'Choose a school or community above to see its objections.',
};
