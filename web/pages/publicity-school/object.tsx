/** With the school's signed link anybody may object to one line of the list: a name or a class. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ObjectionDialog } from '../../ui/objection-dialog.tsx';
import { objectingWords } from '../../words/objecting.ts';
import { type ReceiptsWords, receiptsWords } from '../../words/receipts.ts';

export interface PublicLink {
  readonly school: string;
  readonly link: string;
  readonly look: Look;
}
interface ObjectGiven extends PublicLink {
  readonly shift: string;
  /** A name on the list, or a class of which only the sum is there. */
  readonly line: { readonly person: string } | { readonly class: string };
  readonly name: string;
}

export function ObjectToLine({ school, link, look, shift, line, name }: ObjectGiven) {
  const words = objectingWords[look.language];
  const [stage, go] = useState<'closed' | 'open' | 'sent'>('closed');
  const [receipt, keep] = useState<string>();
  if (stage === 'sent') return <Sent words={receiptsWords[look.language]} receipt={receipt} />;
  return (
    <>
      <Button kind="quiet" aria-label={words.actOn(name)} onClick={() => go('open')}>
        {words.act}
      </Button>
      {stage === 'open' && (
        <ObjectionDialog
          title={words.actOn(name)}
          look={look}
          lead={'class' in line ? words.classLead : words.lead}
          onSend={async (said) => {
            const body = { link, shift, ...line, ...said };
            keep((await send('POST /api/publicity/{school}/objections', { params: { school }, body })).receipt);
            go('sent');
          }}
          onClose={() => go('closed')}
        />
      )}
    </>
  );
}

/** Whoever has no account has this address and nothing else to read the answer by. */
function Sent({ words, receipt }: { words: ReceiptsWords; receipt: string | undefined }) {
  const address = `${location.origin}/objection/${receipt ?? ''}`;
  return (
    <div role="status" class="w-full flex flex-col gap-2 py-2">
      <p>{words.sent}</p>
      {receipt && (
        <>
          <p class="font-bold">{words.keep}</p>
          <a class="link break-all" href={address}>
            {address}
          </a>
          <div class="print:hidden">
            <CopyButton text={address} labels={words} />
          </div>
        </>
      )}
    </div>
  );
}
