import { useState } from 'preact/hooks';
import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayOf, dayText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Brought } from '../../ui/brought.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type GuardianWords, guardianWords } from '../../words/guardian.ts';
import { History } from '../consent/history.tsx';
import { tones } from '../consent/page.tsx';
import { Openings } from '../my-data/page.tsx';
import { Move } from './move.tsx';

const readsOf = ({ params }: Where) => ({
  file: read('GET /api/volunteers/{volunteer}', { params }),
  guardians: read('GET /api/volunteers/{volunteer}/guardians', { params }),
  openings: read('GET /api/volunteers/{volunteer}/openings', { params }),
});

export const pupilPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: guardianWords,
  title: (words) => words.consentTitle,
  reads: readsOf,
  view: ({ words, where, data: { file, guardians, openings }, refresh }) => (
    <div class="max-w-3xl mx-auto">
      <Heading title={words.pupilTitle(file.name)} note={`${file.schoolName} ${file.class} ${file.number}`} />
      <div class="grid gap-4">
        <div class="flex flex-wrap items-center justify-between gap-3">
          <p class="flex items-center gap-3 font-bold">
            {words.consentTitle}
            <Badge tone={tones[file.consent]}>{words.consents[file.consent]}</Badge>
          </p>
          {where.session?.post.role === 'unit_admin' && (
            <LinkButton kind="quiet" href={`/redeem-for/${file.id}`}>
              {words.redeemFor}
            </LinkButton>
          )}
          <LinkButton kind="quiet" href={`/pupils/${file.id}/certificates`}>
            {words.certificates}
          </LinkButton>
          <Move where={where} volunteer={file.id} name={file.name} />
          {file.consent !== 'withdrawn' && <Withdraw words={words} where={where} refresh={refresh} />}
        </div>
        <Brought brought={file.brought} language={where.look.language} />
        <Guardians words={words} where={where} items={guardians.items} refresh={refresh} />
        <History words={words} language={where.look.language} said={file.consents} />
        <Openings words={words} language={where.look.language} openings={openings.items} />
      </div>
    </div>
  ),
});

interface Told {
  readonly words: GuardianWords;
  readonly where: Where;
  refresh(): Promise<void>;
}

function Withdraw({ words, where, refresh }: Told) {
  const [isAsked, setAsked] = useState(false);
  const withdraw = useAction(async (form: FormData) => {
    const params = { volunteer: where.params.volunteer ?? '' };
    const body = { on: fieldText(form, 'on') };
    await send('POST /api/volunteers/{volunteer}/consent/withdrawal', { params, body });
    await refresh();
    setAsked(false);
  });
  const today = dayOf(where.now);
  return (
    <>
      <Button kind="quiet" onClick={() => setAsked(true)}>
        {words.withdrawSchool}
      </Button>
      {isAsked && (
        <FormDialog
          title={words.withdrawSchool}
          labels={{ save: words.withdrawSchool, cancel: words.cancel }}
          look={where.look}
          action={withdraw}
          onClose={() => setAsked(false)}
        >
          <p>{words.withdrawLead}</p>
          <TextField type="date" name="on" label={words.withdrawDay} value={today} max={today} required />
        </FormDialog>
      )}
    </>
  );
}

type Guardian = ItemOf<'GET /api/volunteers/{volunteer}/guardians'>;

function Guardians({ words, where, items, refresh }: Told & { items: readonly Guardian[] }) {
  const [ending, setEnding] = useState<Guardian>();
  const end = useAction(async (account: string) => {
    const params = { volunteer: where.params.volunteer ?? '', account };
    await send('DELETE /api/volunteers/{volunteer}/guardians/{account}', { params, body: {} });
    await refresh();
    setEnding(undefined);
  });
  return (
    <Card title={words.guardiansTitle}>
      {items.length === 0 && <p class="text-soft">{words.noGuardians}</p>}
      <ul class="divide-y divide-line">
        {items.map((one) => (
          <li key={one.account} class="py-2 flex flex-wrap items-center gap-3">
            <span class="font-bold flex-1">{one.login}</span>
            <span class="text-soft">{words.since(dayText(one.since, where.look.language))}</span>
            <Button kind="quiet" onClick={() => setEnding(one)}>
              {words.end}
            </Button>
          </li>
        ))}
      </ul>
      {ending && (
        <Dialog title={words.endTitle} onClose={() => setEnding(undefined)}>
          <p class="mb-4">{words.endLead(ending.login)}</p>
          {end.problem && <ProblemNote problem={end.problem} look={where.look} />}
          <Button kind="danger" wide disabled={end.isBusy} onClick={() => end.run(ending.account)}>
            {words.end}
          </Button>
        </Dialog>
      )}
    </Card>
  );
}
