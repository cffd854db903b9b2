/** With the school's signed link anybody may object to one line of the list. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { ObjectionDialog } from '../../ui/objection-dialog.tsx';
import { hoursWords } from '../../words/hours.ts';

export interface PublicLink {
  readonly school: string;
  readonly link: string;
  readonly look: Look;
}
interface ObjectGiven extends PublicLink {
  readonly shift: string;
  readonly person: string;
  readonly name: string;
}

export function ObjectToLine({ school, link, look, shift, person, name }: ObjectGiven) {
  const words = hoursWords[look.language];
  const [stage, go] = useState<'closed' | 'open' | 'sent'>('closed');
  if (stage === 'sent') return <p role="status">{words.objectionSent}</p>;
  return (
    <>
      <Button kind="quiet" aria-label={words.objectOf(name)} onClick={() => go('open')}>
        {words.object}
      </Button>
      {stage === 'open' && (
        <ObjectionDialog
          title={words.objectOf(name)}
          look={look}
          onSend={async (said) => {
            const body = { link, shift, person, ...said };
            await send('POST /api/publicity/{school}/objections', { params: { school }, body });
            go('sent');
          }}
          onClose={() => go('closed')}
        />
      )}
    </>
  );
}
