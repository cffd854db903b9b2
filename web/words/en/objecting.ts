import type { objecting as zh } from '../zh-CN/objecting.ts';

export const objecting: typeof zh = {
  title: 'Is something wrong?',
  lead: 'While it is public you can object. It then stops until the school has looked into it and answers.',
  classLead:
    'Here is only the sum of a class. The school will look into it and answer; publicity goes on meanwhile, and what is wrong is corrected.',
  act: 'Object',
  actOn: (name) => `Object to the record of ${name}`,
};
