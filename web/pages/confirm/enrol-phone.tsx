/** A phone for codes: the secret to scan, the first code from it, and then the recovery codes, shown this once. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Session, Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { ProofNote } from '../../ui/proof-note.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { type Action, useAction } from '../../ui/use-action.ts';
import type { ProofWords } from '../../words/proof.ts';

interface EnrolGiven {
  readonly words: ProofWords;
  readonly where: Where;
  readonly session: Session;
  onDone(): void;
}

export function EnrolPhone({ words, where, session, onDone }: EnrolGiven) {
  const [offered, setOffered] = useState<AnswerOf<'POST /api/session/totp'>>();
  const [codes, setCodes] = useState<readonly string[]>();
  const start = useAction(async () => setOffered(await send('POST /api/session/totp', { body: {} })));
  const confirm = useAction(async (form: FormData) => {
    const body = { totp: fieldText(form, 'totp') };
    const { recoveryCodes = [] } = await send('POST /api/session/totp/confirmation', { body });
    setCodes(recoveryCodes);
  });
  if (codes) return <RecoveryCodes words={words} codes={codes} onDone={onDone} />;
  const lead = session.waits ? words.enrolLead : session.hasTotp ? words.enrolAgain : words.enrolOwn;
  if (offered) return <Scan words={words} where={where} offered={offered} confirm={confirm} />;
  return (
    <Card>
      <div class="flex flex-col gap-4">
        <p class="text-soft">{lead}</p>
        <ProofNote where={where} problem={start.problem} />
        <Button wide disabled={start.isBusy} onClick={() => start.run()}>
          {words.enrolStart}
        </Button>
      </div>
    </Card>
  );
}

interface ScanGiven extends Pick<EnrolGiven, 'words' | 'where'> {
  readonly offered: AnswerOf<'POST /api/session/totp'>;
  readonly confirm: Action<[FormData]>;
}

const Scan = ({ words, where, offered, confirm }: ScanGiven) => (
  <Card>
    <form
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.run(new FormData(event.currentTarget));
      }}
    >
      <ol class="list-decimal pl-6 flex flex-col gap-1">
        {words.enrolSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <QrCode text={offered.address} label={words.qr} class="w-52 h-52 mx-auto rounded-xl" />
      <p class="text-center">
        <span class="block text-soft">{words.secret}</span>
        <span class="font-mono font-bold">{offered.secret.replace(/.{4}(?=.)/g, '$& ')}</span>
      </p>
      <TextField
        name="totp"
        label={words.totp}
        hint={words.totpHint}
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={7}
        required
      />
      <ProofNote where={where} problem={confirm.problem} />
      <Button type="submit" wide disabled={confirm.isBusy}>
        {words.enrolDo}
      </Button>
    </form>
  </Card>
);

interface RecoveryGiven {
  readonly words: ProofWords;
  readonly codes: readonly string[];
  onDone(): void;
}

function RecoveryCodes({ words, codes, onDone }: RecoveryGiven) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <Card>
      <div class="flex flex-col gap-4">
        <DoneNote>{words.enrolled}</DoneNote>
        <h2 ref={title} tabIndex={-1} class="text-lg font-bold outline-none">
          {words.recoveryTitle}
        </h2>
        <p>{words.recoveryLead}</p>
        <ul class="grid grid-cols-2 gap-2 p-4 rounded-xl bg-gold-soft text-lg font-mono font-bold text-center">
          {codes.map((code) => (
            <li key={code} class="whitespace-nowrap">
              {code}
            </li>
          ))}
        </ul>
        <div class="flex flex-wrap gap-2 print:hidden">
          <PrintButton label={words.print} />
          <Button class="flex-1" onClick={onDone}>
            {words.kept}
          </Button>
        </div>
      </div>
    </Card>
  );
}
