/** Somebody registers who was registered already: the school finds out, makes the two one, and may take it back. */
import { classVolunteers } from '../local/actions.ts';
import { backAtWork, expect, type Stage, type Step } from './stage.ts';

async function register(stage: Stage): Promise<string> {
  const { person, notes, settle } = stage;
  const school = await backAtWork(stage, 'school');
  const [known] = await classVolunteers(school, notes.get('class'));
  const body = {
    name: known?.name ?? '',
    number: 'ZX-0001',
    grade: 8,
    classNumber: 1,
    birthDate: '2012-05-06',
    guardian: '监护人',
    guardianAgrees: true,
  };
  const newcomer = person('newcomer');
  const { ticket } = await newcomer.must('POST /api/schools/{code}/registrations', {
    params: { code: '110004' },
    body,
  });
  const { items } = await school.must('GET /api/registrations', { query: { unit: notes.get('梅湾中学') } });
  const params = { registration: items[0]?.id ?? '' };
  const decided = await school.must('POST /api/registrations/{registration}/decision', {
    params,
    body: { decision: 'approve' },
  });
  await settle();
  const { state } = await newcomer.must('POST /api/registrations/status', { body: { ticket } });
  expect(state === 'approved', 'the receipt to tell that the school agreed');
  notes.set('kept', notes.get('pupil'));
  notes.set('duplicate', decided.volunteer ?? '');
  return `receipt ${ticket.length} characters, ${state}; on the roster twice now`;
}

async function merge(stage: Stage): Promise<string> {
  const { notes, settle } = stage;
  const school = await backAtWork(stage, 'school');
  const district = await backAtWork(stage, 'district');
  const pair = { kept: notes.get('kept'), merged: notes.get('duplicate') };
  const preview = await school.must('GET /api/merges/preview', { query: pair });
  const { id } = await school.must('POST /api/merges', { body: { ...pair, reason: '同一个人登记了两次' } });
  const own = await school.ask('POST /api/changes/{change}/decision', {
    params: { change: id },
    body: { approved: true },
  });
  expect(!own.ok && own.body.code === 'second_person_needed', 'nobody to decide alone');
  const params = { change: id };
  const merged = await district.must('POST /api/changes/{change}/decision', { params, body: { approved: true } });
  await settle();
  const found = await school.must('GET /api/volunteers', { query: { unit: notes.get('梅湾中学'), q: 'ZX-0001' } });
  expect(merged.state === 'approved' && found.items.length === 0, 'the duplicate to leave every list');
  notes.set('merge', id);
  return `${preview.after.minutes} minutes and ${preview.after.points} points together; the duplicate is on no list`;
}

async function separate(stage: Stage): Promise<string> {
  const { notes, settle } = stage;
  const school = await backAtWork(stage, 'school');
  const district = await backAtWork(stage, 'district');
  const body = { reason: '原来是两个人' };
  const undo = await school.must('POST /api/merges/{change}/undo', { params: { change: notes.get('merge') }, body });
  const params = { change: undo.id };
  const parted = await district.must('POST /api/changes/{change}/decision', { params, body: { approved: true } });
  await settle();
  const found = await school.must('GET /api/volunteers', { query: { unit: notes.get('梅湾中学'), q: 'ZX-0001' } });
  expect(parted.state === 'approved' && found.items.length === 1, 'both to be there again');
  return `${parted.kind} ${parted.state}: both are on the roster, each with its own`;
}

export const newcomerChapter: readonly Step[] = [
  ['Somebody registers by a receipt and is approved', register],
  ['Two registrations of one person are merged by two people', merge],
  ['The merge is taken back', separate],
];
