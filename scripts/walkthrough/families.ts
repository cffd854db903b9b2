/** Chapter four: a guardian signs in by the second half of a card, and says yes, no and yes again. */
import { classVolunteers } from '../local/actions.ts';
import { backAtWork, expect, type Stage, type Step } from './stage.ts';

const pin = '593027';

async function signIn(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const school = await backAtWork(stage, 'school');
  const { items } = await school.must('GET /api/classes', { query: { school: notes.get('梅湾中学') } });
  const other = items.find(({ id }) => id !== notes.get('class'));
  if (!other) throw new Error('no other class');
  const params = { class: other.id };
  const cards = await school.must('POST /api/classes/{class}/activation-codes', { params, body: {} });
  const [pupil] = await classVolunteers(school, other.id);
  const card = cards.guardianCards.find(({ id }) => id === pupil?.id);
  expect(pupil?.consent === 'missing' && card !== undefined, 'a guardian’s card for a child without consent');
  expect(
    cards.items.every(({ id }) => id !== pupil?.id),
    'no card for the child itself',
  );
  const body = { code: card?.code ?? '', login: 'parent', pin };
  const guardian = person('guardian');
  const session = await guardian.must('POST /api/guardians', { body });
  const again = await person('anyone').ask('POST /api/guardians', { body: { ...body, login: 'parent-2' } });
  expect(!again.ok && again.body.code === 'code_invalid', 'a code to work once');
  const { items: children } = await guardian.must('GET /api/me/children', {});
  notes.set('child', children[0]?.volunteer ?? '');
  notes.set('child class', other.id);
  return `${session.post.role} of ${children[0]?.name} (${children[0]?.class}), consent ${children[0]?.consent}`;
}

/** What becomes of the child when the school puts it on the team's list. */
async function joins({ person, notes }: Stage): Promise<string | undefined> {
  const params = { team: notes.get('team') };
  const body = { volunteers: [notes.get('child')] };
  const { items } = await person('school').must('POST /api/teams/{team}/members', { params, body });
  return items[0]?.outcome;
}

async function consent(stage: Stage): Promise<string> {
  const guardian = stage.person('guardian');
  const before = await joins(stage);
  expect(before === 'consent_missing', `nothing beyond the roster without consent, not ${before}`);
  const { text } = await guardian.must('GET /api/me/consent', {});
  const given = await guardian.must('POST /api/me/consent', {
    body: { textVersion: text.version, scopes: text.scopes },
  });
  expect(given.given && (await joins(stage)) === 'done', 'the child to join after the guardian’s yes');
  return `${before} before; text ${text.version}: ${text.scopes.join('、')}; then ${given.state}, and in the team`;
}

async function withdraw(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const guardian = person('guardian');
  const withdrawn = await guardian.must('POST /api/me/consent/withdrawal', { body: {} });
  expect(!withdrawn.given, 'the consent to be taken back');
  const listed = await classVolunteers(person('school'), notes.get('child class'));
  const shown = listed.find(({ id }) => id === notes.get('child'))?.consent;
  const body = { textVersion: withdrawn.text.version, scopes: withdrawn.text.scopes };
  const again = await guardian.must('POST /api/me/consent', { body });
  expect(again.given, 'the new consent to count');
  const kept = `${again.history.length} words kept`;
  return `${withdrawn.state} (the school sees ${shown ?? 'nobody'}), then ${again.state}; ${kept}`;
}

export const familyChapter: readonly Step[] = [
  ['A guardian signs in by the second code of the card', signIn],
  ['A child takes part from the guardian’s consent on', consent],
  ['Consent is withdrawn and given again', withdraw],
];
