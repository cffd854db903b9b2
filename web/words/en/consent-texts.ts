import type { consentTexts as zh } from '../zh-CN/consent-texts.ts';

export const consentTexts: typeof zh = {
  title: 'Consent text',
  note: 'Guardians see and sign the version in force. Nobody who has agreed needs to sign again.',
  noteRead: 'Guardians see and sign the version in force. The district publishes new ones.',
  version: (version) => `Version ${version}`,
  current: 'In force',
  toCome: 'To come',
  past: 'Past',
  from: (day) => `From ${day}`,
  read: 'Read it',
  covers: 'What it covers',
  newTitle: 'Publish a new version',
  newLead: 'Start from the present text. What is published cannot be changed; publish another instead.',
  versionName: 'Name of the version',
  versionHint: 'Printed on the paper, such as 2027-1',
  text: 'Text in Chinese',
  textHint: 'A paragraph a line: which data, who sees them, how long they are kept, how to take it back',
  startDay: 'First day',
  publish: 'Publish it',
  saved: (version) => `Version ${version} is published`,
};
