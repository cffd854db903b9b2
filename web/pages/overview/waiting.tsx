import { numberText } from '../../format.ts';
import { Badge, Card } from '../../ui/card.tsx';
import type { Told } from './told.ts';

export interface WaitingLinks {
  readonly approvals: string;
  readonly publicity: string;
  readonly objections: string;
  readonly requests: string;
}

const shown = ['recorded', 'confirmed', 'published', 'objected', 'registrations', 'requests'] as const;

/** What is not final yet, what is to be answered, and what is late: each with the place where one does that. */
export function Waiting({
  words,
  look: { language },
  figures: { waiting, late },
  links,
}: Told & { links?: WaitingLinks }) {
  const count = (value: number) => numberText(value, language);
  const goTo = {
    recorded: undefined,
    confirmed: links && { href: links.approvals, text: words.goApprovals },
    published: links && { href: links.publicity, text: words.goPublicity },
    objected: links && { href: links.objections, text: words.goObjections },
    registrations: links && { href: links.requests, text: words.goRequests },
    requests: links && { href: links.requests, text: words.goRequests },
  } as const;
  const lateNote =
    late > 0 ? (
      <Badge tone="bad">{`${words.late} ${words.lateCount(count(late))}`}</Badge>
    ) : (
      <Badge tone="good">{words.noneLate}</Badge>
    );
  return (
    <Card title={words.waitingTitle} aside={lateNote}>
      <dl class="grid gap-x-6 gap-y-2 sm:grid-cols-3">
        {shown.map((state) => {
          const link = goTo[state];
          return (
            <div key={state}>
              <dt class="text-soft">{words.waiting[state].name}</dt>
              <dd class="flex flex-wrap items-center gap-x-4 min-h-12">
                <span class="text-lg font-bold tabular-nums">{words.waiting[state].count(count(waiting[state]))}</span>
                {link && waiting[state] > 0 && (
                  <a href={link.href} class="link inline-flex items-center min-h-12 print:hidden">
                    {link.text}
                  </a>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
