/** What a changed proposal or move means to those who decide, to whoever proposed it, and to the people it is about. */
import type { Addressee, Happening, NoticeFacts, NoticeKind } from '../../shared/rules/notice-kinds.ts';
import type { Item } from '../platform/store/port.ts';
import { isMove, type Move } from './move/rows.ts';
import { type Change, changeOf, type Finding, isChange, type Lifting } from './rows.ts';

type Said = readonly [kind: NoticeKind, to: Addressee, facts?: NoticeFacts];

export function changeHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (!after) return [];
  if (isMove(after)) return moveHappenings(before as Row | undefined, after as unknown as Row);
  return isChange(after) ? proposalHappenings(before && changeOf(before), changeOf(after)) : [];
}

function proposalHappenings(was: Change | undefined, is: Change): Happening[] {
  const { district, id, state, proposedAt, decidedAt } = is;
  if (was?.state === state) return [];
  const said = state === 'proposed' ? toDeciders(is) : toProposer(is, state);
  const at = decidedAt ?? proposedAt;
  return said.map(([kind, to, more]) => ({ kind, district, thing: id, at, to, facts: { change: id, ...more } }));
}

/** Approvers decide on hours, too. */
function toDeciders({ kind, unit, proposedBy: except }: Change): Said[] {
  const approvers: Said[] = kind === 'correction' ? [['change_proposed', { approversOf: unit, except }]] : [];
  return [['change_proposed', { decidersOf: unit, except }], ...approvers];
}

function toProposer(change: Change, state: 'approved' | 'refused'): Said[] {
  const answer: Said = [`change_${state}`, { account: change.proposedBy }];
  return state === 'refused' ? [answer] : [answer, ...toThoseConcerned(change)];
}

/** What was agreed to means something to the person it is about; a correction is told with its record. */
function toThoseConcerned(change: Change): Said[] {
  const to: Addressee = { volunteer: change.volunteer };
  switch (change.kind) {
    case 'correction':
      return [];
    case 'adjustment':
      return [[change.points > 0 ? 'points_added' : 'points_taken', to, { points: Math.abs(change.points) }]];
    case 'waiver':
      return [['debt_waived', to, { points: Math.abs(change.effect?.debt ?? change.points) }]];
    case 'merge':
      return [
        ['registrations_merged', to],
        ['registrations_merged', { volunteer: change.merged }],
      ];
    case 'separation':
      return [
        ['registrations_parted', to],
        ['registrations_parted', { volunteer: change.merged }],
      ];
    case 'finding':
      return [['finding_made', toFound(change), { reason: change.about }]];
    case 'lifting':
      return [['finding_lifted', toFound(change)]];
  }
}

/** Whose doing it was found to be. */
const toFound = ({ about, volunteer, recordedBy }: Finding | Lifting): Addressee =>
  about === 'volunteer' ? { volunteer } : { account: recordedBy };

/** As the stream shows it: what the new school has said is sealed. */
type Row = Omit<Move, 'accepted'> & { readonly pii?: unknown };

function moveHappenings(was: Row | undefined, is: Row): Happening[] {
  const { district, volunteer, at, turn } = is;
  const thing = `${volunteer}#${turn}`;
  const districtOf = (to: Addressee) => ('decidersOf' in to && to.decidersOf === is.to ? is.toDistrict : undefined);
  return saidOfMove(was, is).map(([kind, to]) => ({
    ...{ kind, thing, at, to },
    district: districtOf(to) ?? district,
    // Points do not go to another district.
    facts: { move: volunteer, ...(kind === 'move_done' && is.toDistrict && { reason: 'district' }) },
  }));
}

function saidOfMove(was: Row | undefined, is: Row): Said[] {
  const [pupil, old, next] = [{ volunteer: is.volunteer }, { decidersOf: is.from }, { decidersOf: is.to }];
  const say = (kind: NoticeKind, ...to: Addressee[]) => to.map((one): Said => [kind, one]);
  if (is.state === 'done') return say('move_done', pupil, old, next);
  if (is.state === 'called_off') return say('move_called_off', pupil, old, next);
  if (was?.state !== 'open') return say('move_proposed', pupil, next);
  if (was.pii === undefined && is.pii !== undefined) return say('move_accepted', pupil, old);
  return was.consent === undefined && is.consent ? say('move_agreed', old, next) : [];
}
