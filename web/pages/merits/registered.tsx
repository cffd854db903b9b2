/** What is registered for one person, and the place to take back what was a mistake. */
import { useState } from 'preact/hooks';
import { type AnswerOf, type ItemOf, searchOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Empty } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Filter } from '../../ui/filter.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { MeritWords } from '../../words/merits.ts';
import { shellWords } from '../../words/shell.ts';
import { MeritLine } from './merit-line.tsx';

const route = 'GET /api/volunteers/{volunteer}/merits';
type Merit = ItemOf<typeof route>;

interface RegisteredGiven {
  readonly words: MeritWords;
  readonly where: Where;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly registered: AnswerOf<typeof route> | undefined;
  refresh(): Promise<void>;
}

export function Registered({ words, where, people, registered, refresh }: RegisteredGiven) {
  const { look, query } = where;
  const [asked, ask] = useState<Merit>();
  if (people.length === 0) return null;
  const kept = ['class', 'cursor'].filter((name) => query[name] !== undefined);
  return (
    <Card title={words.registered}>
      <p class="text-soft mb-3">{words.registeredLead}</p>
      <Filter label={words.registered} submit={words.ofGo}>
        {kept.map((name) => (
          <input key={name} type="hidden" name={name} value={query[name]} />
        ))}
        <ChoiceField label={words.of} name="of" chosen={query.of} choices={people.map(({ id, name }) => [id, name])} />
      </Filter>
      {registered?.items.length === 0 && <Empty title={words.mineNone} />}
      <ul class="divide-y divide-line">
        {registered?.items.map((merit) => (
          <MeritLine key={merit.id} words={words} look={look} merit={merit}>
            <p class="text-sm text-soft">
              {words.signedBy(merit.addedBy)}
              {merit.withdrawnBy && ` · ${words.withdrawnBy(merit.withdrawnBy)}`}
            </p>
            {merit.mayWithdraw && (
              <Button kind="quiet" class="mt-2" aria-label={words.withdrawOf(merit.name)} onClick={() => ask(merit)}>
                {words.withdraw}
              </Button>
            )}
          </MeritLine>
        ))}
      </ul>
      {registered?.next && (
        <LinkButton kind="quiet" href={where.path + searchOf({ ...query, before: registered.next })}>
          {shellWords[look.language].nextPage}
        </LinkButton>
      )}
      {asked && <Withdraw words={words} where={where} merit={asked} refresh={refresh} onClose={() => ask(undefined)} />}
    </Card>
  );
}

interface WithdrawGiven extends Pick<RegisteredGiven, 'words' | 'where' | 'refresh'> {
  readonly merit: Merit;
  onClose(): void;
}

function Withdraw({ words, where: { look, query }, merit: { id, name }, refresh, onClose }: WithdrawGiven) {
  const withdraw = useAction(async (form: FormData) => {
    await send('POST /api/volunteers/{volunteer}/merits/{merit}/withdrawal', {
      params: { volunteer: query.of ?? '', merit: id },
      body: { reason: fieldText(form, 'reason') },
    });
    onClose();
    await refresh();
  });
  const labels = { save: words.withdraw, cancel: words.cancel };
  return (
    <FormDialog title={words.withdrawOf(name)} labels={labels} look={look} action={withdraw} onClose={onClose}>
      <TextArea label={words.why} name="reason" rows={3} maxLength={200} required />
    </FormDialog>
  );
}
