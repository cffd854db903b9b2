/** Publishes another version: it begins from the present text, and asks nobody again whose consent already counts. */
import { useState } from 'preact/hooks';
import { type ConsentScope, consentScopes, neededScopes } from '../../../shared/rules/consent.ts';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayOf } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { guardianWords } from '../../words/guardian.ts';
import type { Given } from './reads.ts';

interface NewTextGiven extends Pick<Given, 'words' | 'where'> {
  readonly current: AnswerOf<'GET /api/consent-texts'>['current'];
  onDone(version: string): Promise<void>;
}

const needed: readonly ConsentScope[] = neededScopes;
const textCharactersMax = 4000;

export function NewText({ words, where: { look, now }, current, onDone }: NewTextGiven) {
  const [text, setText] = useState(current.text);
  const [scopes, setScopes] = useState<readonly ConsentScope[]>(current.scopes);
  const publish = useAction(async (form: FormData) => {
    const version = fieldText(form, 'version');
    const body = { version, text, scopes: [...scopes], from: fieldText(form, 'from') };
    await send('POST /api/consent-texts', { body });
    await onDone(version);
  });
  const tick = (scope: ConsentScope, isTicked: boolean) =>
    setScopes(consentScopes.filter((one) => (one === scope ? isTicked : scopes.includes(one))));
  return (
    <Card title={words.newTitle}>
      <form
        class="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          publish.run(new FormData(event.currentTarget));
        }}
      >
        <p class="text-soft">{words.newLead}</p>
        <TextField label={words.versionName} hint={words.versionHint} name="version" maxLength={40} required />
        <TextArea
          label={words.text}
          hint={words.textHint}
          rows={14}
          maxLength={textCharactersMax}
          value={text}
          required
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <fieldset>
          <legend class="font-bold mb-1">{words.covers}</legend>
          {consentScopes.map((scope) => (
            <TickBox
              key={scope}
              checked={scopes.includes(scope)}
              disabled={needed.includes(scope)}
              onChange={(isTicked) => tick(scope, isTicked)}
            >
              {guardianWords[look.language].scopes[scope]}
            </TickBox>
          ))}
        </fieldset>
        <TextField label={words.startDay} name="from" type="date" min={dayOf(now)} required />
        {publish.problem && <ProblemNote problem={publish.problem} look={look} />}
        <Button type="submit" wide disabled={publish.isBusy}>
          {words.publish}
        </Button>
      </form>
    </Card>
  );
}
