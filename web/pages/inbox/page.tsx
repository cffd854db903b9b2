import { type Data, type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { momentText, numberText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Empty, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { More, usePages } from '../../ui/more.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type InboxWords, inboxWords } from '../../words/inbox.ts';
import { hrefOf, toldOf } from './told.ts';

const reads = ({ query }: Where) => ({
  inbox: read('GET /api/me/notices', { query: { cursor: query.cursor } }),
});

export const inboxPage = definePage({
  allow: 'signed_in',
  frame: 'app',
  words: inboxWords,
  title: (words) => words.title,
  reads,
  view: (given) => (
    <div class="max-w-2xl mx-auto flex flex-col gap-4">
      <Inbox {...given} />
      <LinkList links={[{ href: '/inbox/switches', icon: icons.rules, text: given.words.settings }]} />
    </div>
  ),
});

type Notice = ItemOf<'GET /api/me/notices'>;
interface Given {
  readonly words: InboxWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}

function Inbox({ words, where, data: { inbox }, refresh }: Given) {
  const { look } = where;
  const pages = usePages<Notice>('GET /api/me/notices', inbox);
  const unread = pages.items.filter((notice) => notice.unread).map(({ id }) => id);
  const reading = useAction(async () => {
    await send('POST /api/me/notices/read', { body: { notices: unread.slice(0, 50) } });
    await refresh();
  });
  const note = inbox.unread > 0 ? words.unread(numberText(inbox.unread, look.language)) : words.allRead;
  return (
    <section>
      <Heading title={words.title} note={note}>
        {unread.length > 0 && (
          <Button kind="quiet" disabled={reading.isBusy} onClick={reading.run}>
            {words.readAll}
          </Button>
        )}
      </Heading>
      {reading.problem && <ProblemNote problem={reading.problem} look={look} />}
      {pages.items.length === 0 && <Empty title={words.empty}>{words.emptyNext}</Empty>}
      <ul class="flex flex-col gap-3">
        {pages.items.map((notice) => (
          <li key={notice.id}>
            <Message words={words} where={where} notice={notice} />
          </li>
        ))}
      </ul>
      <More pages={pages} label={words.more} look={look} />
    </section>
  );
}

function Message({ words, where, notice }: { words: InboxWords; where: Where; notice: Notice }) {
  const { kind, at, unread, child } = notice;
  const { language } = where.look;
  const href = hrefOf(notice, where.session);
  const told = (
    <>
      <span class="flex-1">
        <span class="flex flex-wrap items-center gap-2 text-sm text-soft">
          <time dateTime={at}>{momentText(at, language)}</time>
          {child && <span>{words.aboutChild(child.name)}</span>}
          {unread && <Badge tone="info">{words.isUnread}</Badge>}
        </span>
        <span class={`block mt-1 ${unread ? 'font-bold' : ''}`}>{words.sentences[kind](toldOf(notice, language))}</span>
      </span>
      {href && <Icon of={icons.right} class="size-5 text-soft" />}
    </>
  );
  const shape = `flex items-center gap-3 rounded-2xl border border-line p-4 ${unread ? 'bg-brand-soft' : 'bg-card'}`;
  return href ? (
    <a href={href} class={`${shape} hover:border-brand`}>
      {told}
    </a>
  ) : (
    <div class={shape}>{told}</div>
  );
}
