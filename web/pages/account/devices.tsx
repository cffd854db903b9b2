/** Phones and computers that know somebody, and how one of them is forgotten. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Badge, Card } from '../../ui/card.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { AccountWords } from '../../words/account.ts';

interface DevicesGiven {
  readonly words: AccountWords;
  readonly look: Look;
  readonly devices: readonly ItemOf<'GET /api/session/devices'>[];
  refresh(): Promise<void>;
}

export function Devices({ words, look, devices, refresh }: DevicesGiven) {
  const [isDone, setDone] = useState(false);
  const forget = useAction(async (device: string) => {
    await send('DELETE /api/session/devices/{device}', { params: { device }, body: {} });
    setDone(true);
    await refresh();
  });
  if (devices.length === 0 && !isDone) return null;
  return (
    <Card title={words.devices}>
      <p class="text-soft mb-3">{words.devicesLead}</p>
      {isDone && <DoneNote>{words.forgotten}</DoneNote>}
      {forget.problem && <ProblemNote problem={forget.problem} look={look} />}
      <ul class="divide-y divide-line">
        {devices.map(({ id, kind, seen, isThis }) => (
          <li key={id} class="py-2 flex flex-wrap items-center gap-x-3">
            <div class="flex-1 min-w-0">
              <p class="font-bold">
                {words.deviceKinds[kind]} {isThis && <Badge tone="info">{words.deviceHere}</Badge>}
              </p>
              <p class="text-sm text-soft">{words.deviceSeen(dayText(seen, look.language))}</p>
            </div>
            <button
              type="button"
              class="min-h-12 px-3 font-bold text-danger whitespace-nowrap"
              aria-label={words.forgetOf(words.deviceKinds[kind])}
              disabled={forget.isBusy}
              onClick={() => forget.run(id)}
            >
              {words.forget}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
