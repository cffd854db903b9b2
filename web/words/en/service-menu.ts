import { type RefusedKind, refusedKinds } from '../../../shared/rules/service-menu.ts';
import type { serviceMenu as zh } from '../zh-CN/service-menu.ts';
import { orderTeam } from './order-team.ts';
import { orderNext } from './problems-orders.ts';

const insteadOf = (kind: RefusedKind): string => orderNext[refusedKinds[kind]];

export const serviceMenu: typeof zh = {
  refused: orderTeam.refused,
  skills: orderTeam.skills,
  insteadOf,
  title: 'Service menu',
  lead: 'What residents choose from when they order. A change counts at once; orders already placed stay as they are.',
  leadRead: 'What residents choose from when they order. The district keeps it.',
  back: 'Back to orders',
  add: 'Add a service',
  addTitle: 'Add a service',
  change: 'Change',
  changeOf: (title) => `Change “${title}”`,
  kindsTitle: 'Can be ordered',
  closedTitle: 'Cannot be ordered for now',
  refusedTitle: 'Not for volunteers',
  refusedLead: 'Whoever chooses one of these is told at once whom to ask.',
  minutesOf: (count) => `About ${count} min`,
  daysOf: (count) => `Within ${count} days`,
  needsSkill: (skill) => `For teams that know: ${skill}`,
  atHome: 'Inside a home',
  urgent: 'May be urgent',
  riskOf: (level) => `Risk ${level}`,
  name: 'Name',
  nameHint: 'Plain to everybody, for example: a haircut at home',
  minutes: 'Minutes it usually takes',
  days: 'Days until it is done',
  skill: 'Skill needed',
  risk: 'Risk',
  risks: ['0 none in particular', '1 low', '2 medium: adults, insured', '3 high: adults, insured'],
  homeVisit: 'Inside a home (adults, or along with an adult)',
  mayBeUrgent: 'May be urgent',
  open: 'Can be ordered now',
  save: 'Save',
  cancel: 'Cancel',
  saved: (title) => `“${title}” was saved`,
};
