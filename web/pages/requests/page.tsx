import { useState } from 'preact/hooks';
import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { rosteredAmong, schoolOf } from '../../school.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Empty, Heading } from '../../ui/card.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { Turn } from '../../ui/filter.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import * as icons from '../../ui/icons.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type GuardianWords, guardianWords } from '../../words/guardian.ts';
import { requestTones } from '../my-data/ask.tsx';
import { Moves } from './moves.tsx';
import { Registrations } from './registrations.tsx';

type Request = ItemOf<'GET /api/correction-requests'>;
const readsOf = (where: Where) => {
  const unit = schoolOf(where);
  const query = { unit, cursor: where.query.cursor };
  return {
    units: read('GET /api/units'),
    requests: unit ? read('GET /api/correction-requests', { query }) : undefined,
    registrations: unit ? read('GET /api/registrations', { query: { unit } }) : undefined,
    moves: unit ? read('GET /api/moves', { query: { unit } }) : undefined,
  };
};

export const requestsPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: guardianWords,
  title: (words) => words.schoolRequestsTitle,
  reads: readsOf,
  view: ({ words, where, data: { units, requests, registrations, moves }, refresh }) => (
    <div class="max-w-3xl mx-auto">
      <Heading title={words.schoolRequestsTitle} note={words.schoolRequestsLead} />
      {!requests && (
        <LinkList
          links={rosteredAmong(units.items).map(({ id, name }) => ({
            href: `${where.path}?unit=${id}`,
            icon: icons.building,
            text: name,
          }))}
        />
      )}
      {registrations && <Registrations look={where.look} items={registrations.items} refresh={refresh} />}
      {moves && <Moves where={where} items={moves.items} refresh={refresh} />}
      {requests?.items.length === 0 && <Empty title={words.noRequests} />}
      <ul class="grid gap-3">
        {requests?.items.map((one) => (
          <Line key={one.id} words={words} where={where} request={one} refresh={refresh} />
        ))}
      </ul>
      <Turn path={where.path} query={where.query} next={requests?.next} labels={words} />
    </div>
  ),
});

interface LineGiven {
  readonly words: GuardianWords;
  readonly where: Where;
  readonly request: Request;
  refresh(): Promise<void>;
}

function Line({ words, where, request, refresh }: LineGiven) {
  const [isAnswering, setAnswering] = useState(false);
  const { id, name, class: label, about, text, at, state, answer, volunteer } = request;
  const reply = useAction(async (form: FormData) => {
    const decision = fieldText(form, 'decision') as 'corrected' | 'refused';
    const body = { decision, answer: fieldText(form, 'answer') };
    await send('POST /api/correction-requests/{request}/answer', { params: { request: id }, body });
    await refresh();
    setAnswering(false);
  });
  return (
    <li class="bg-card rounded-2xl border border-line p-4">
      <p class="flex flex-wrap items-center justify-between gap-2">
        <a href={`/pupils/${volunteer}`} class="link inline-flex items-center min-h-12 font-bold">
          {label} {name}
        </a>
        <Badge tone={requestTones[state]}>{words.requestStates[state]}</Badge>
      </p>
      <p class="font-bold">{words.abouts[about]}</p>
      <p>{text}</p>
      <p class="text-sm text-soft">{dayText(at, where.look.language)}</p>
      {answer && <p class="mt-2">{answer}</p>}
      {state === 'open' && (
        <Button kind="quiet" class="mt-2" onClick={() => setAnswering(true)}>
          {words.answer}
        </Button>
      )}
      {isAnswering && (
        <FormDialog
          title={words.answer}
          labels={{ save: words.send, cancel: words.cancel }}
          look={where.look}
          action={reply}
          onClose={() => setAnswering(false)}
        >
          <SelectField label={words.about} name="decision">
            {(['corrected', 'refused'] as const).map((decision) => (
              <option key={decision} value={decision}>
                {words.decisions[decision]}
              </option>
            ))}
          </SelectField>
          <TextArea label={words.answerText} name="answer" rows={3} maxLength={300} required />
        </FormDialog>
      )}
    </li>
  );
}
