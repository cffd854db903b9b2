/**
 * The life of a sign-up, as data: from which state what leads where, and who may bring it about. `docs/activities.md`
 * draws the same, and a test walks every arrow for every role.
 */
export const participationStates = [
  'asked',
  'declined',
  'waiting',
  'offered',
  'lapsed',
  'signed',
  'cancelled',
  'freed',
  'in',
  'out',
  'recorded',
  'absent',
  'excused',
] as const;
export type ParticipationState = (typeof participationStates)[number];
/** `none` is somebody who has nothing to do with the shift yet. */
export type SignUpState = ParticipationState | 'none';

/** Who brings it about: the person or a guardian, the team's leader, a pupil who was lent the right, the clock. */
export type Actor = 'self' | 'leader' | 'helper' | 'clock';

interface Step {
  readonly from: readonly SignUpState[];
  /** Where it may lead. */
  readonly to: readonly ParticipationState[];
  readonly by: readonly Actor[];
}

/** Has nothing to do with the shift, or nothing any more. */
const away = ['none', 'cancelled', 'lapsed', 'declined', 'freed'] as const satisfies readonly SignUpState[];
export const isAway = (state: SignUpState): boolean => (away as readonly SignUpState[]).includes(state);

/** Not there yet, and still expected or hoped for. */
const openStates = ['asked', 'waiting', 'offered', 'signed'] as const satisfies readonly ParticipationState[];

export const steps = {
  sign_up: { from: away, to: ['signed', 'waiting', 'asked'], by: ['self', 'leader'] },
  admit: { from: ['asked'], to: ['signed', 'waiting'], by: ['leader'] },
  decline: { from: ['asked'], to: ['declined'], by: ['leader'] },
  offer: { from: ['waiting'], to: ['offered'], by: ['clock'] },
  accept: { from: ['offered'], to: ['signed'], by: ['self'] },
  lapse: { from: ['offered', 'waiting', 'asked'], to: ['lapsed'], by: ['clock'] },
  withdraw: { from: openStates, to: ['cancelled'], by: ['self'] },
  free: { from: openStates, to: ['freed'], by: ['clock'] },
  call_off: { from: [...openStates, 'in', 'out'], to: ['freed'], by: ['clock'] },
  break_off: { from: ['in'], to: ['out'], by: ['clock'] },
  carry: { from: away, to: openStates, by: ['clock'] },
  scan: { from: ['signed', 'absent'], to: ['in'], by: ['self'] },
  check_in: { from: ['signed', 'absent', ...away, 'waiting', 'offered'], to: ['in'], by: ['leader', 'helper'] },
  leave: { from: ['in'], to: ['out'], by: ['self', 'leader', 'helper'] },
  take_back: { from: ['in', 'out'], to: ['signed', 'freed'], by: ['leader'] },
  decide_departure: { from: ['in'], to: ['out'], by: ['leader'] },
  enter_paper: { from: ['signed', 'absent', 'in', ...away], to: ['out'], by: ['leader'] },
  miss: { from: ['signed'], to: ['absent'], by: ['clock'] },
  excuse: { from: ['absent'], to: ['excused'], by: ['leader'] },
  record: { from: ['out'], to: ['recorded'], by: ['leader'] },
} as const satisfies Record<string, Step>;
export type StepName = keyof typeof steps;

/** Whether a step leads on from where somebody stands. */
export const mayStep = (step: StepName, from: SignUpState): boolean =>
  (steps[step].from as readonly SignUpState[]).includes(from);

/** States in which a place is kept. */
const seated: readonly SignUpState[] = ['offered', 'signed', 'in', 'out', 'recorded', 'absent', 'excused'];
export const keepsPlace = (state: SignUpState): boolean => seated.includes(state);

/** How somebody's coming or going was noted. */
export const means = ['code', 'scan', 'tick', 'paper', 'decided'] as const;
export type Means = (typeof means)[number];

/**
 * The evidence grade of an attendance: A when the person scanned the venue's code both times and at once, B when the
 * coming was scanned and the going noted on the spot, C when a leader ticked it, entered it from paper or decided
 * afterwards when somebody had left.
 * @param late some of it was scanned without network and handed in later
 */
export function gradeOf(came: Means, left: Means, late: boolean): 'A' | 'B' | 'C' {
  if (left === 'decided' || left === 'paper' || came === 'tick' || came === 'paper') return 'C';
  return came === 'code' && left === 'code' && !late ? 'A' : 'B';
}
