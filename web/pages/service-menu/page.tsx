/** What can be ordered in the district: kept by the district, read by every community's desk. */
import { useState } from 'preact/hooks';
import { refusedKindNames } from '../../../shared/rules/service-menu.ts';
import { read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage, type View } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote } from '../../ui/notice.tsx';
import { Parts } from '../../ui/parts.tsx';
import { type ServiceMenuWords, serviceMenuWords } from '../../words/service-menu.ts';
import { KindDialog } from './kind-dialog.tsx';
import type { Kind } from './shown.ts';

const reads = () => ({ menu: read('GET /api/service-menu') });

export const serviceMenuPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: serviceMenuWords,
  title: (words) => words.title,
  reads,
  view: (view) => <Menu {...view} />,
});

function Menu({ words, where, data: { menu }, refresh }: View<ServiceMenuWords, ReturnType<typeof reads>>) {
  const [opened, setOpened] = useState<Kind | 'new'>();
  const [saved, setSaved] = useState<string>();
  const { language } = where.look;
  const isOurs = where.session?.post.role === 'district_admin';
  const finish = async (title: string) => {
    setOpened(undefined);
    setSaved(words.saved(title));
    await refresh();
  };
  const list = { words, language, onOpen: isOurs ? setOpened : undefined };
  const closed = menu.items.filter(({ open }) => !open);
  return (
    <div class="max-w-4xl mx-auto grid gap-4">
      <Heading title={words.title} note={isOurs ? words.lead : words.leadRead}>
        <LinkButton kind="quiet" href="/orders">
          {words.back}
        </LinkButton>
        {isOurs && (
          <Button onClick={() => setOpened('new')}>
            <Icon of={icons.plus} class="size-5" />
            {words.add}
          </Button>
        )}
      </Heading>
      {saved && <DoneNote>{saved}</DoneNote>}
      <Kinds {...list} title={words.kindsTitle} kinds={menu.items.filter(({ open }) => open)} />
      {closed.length > 0 && <Kinds {...list} title={words.closedTitle} kinds={closed} />}
      <Card title={words.refusedTitle}>
        <p class="text-soft">{words.refusedLead}</p>
        <dl class="divide-y divide-line">
          {refusedKindNames.map((kind) => (
            <div key={kind} class="py-3 sm:flex gap-4">
              <dt class="font-bold sm:w-56 shrink-0">{words.refused[kind]}</dt>
              <dd>{words.insteadOf(kind)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {opened && (
        <KindDialog
          words={words}
          look={where.look}
          known={opened === 'new' ? undefined : opened}
          onSaved={finish}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

interface KindsGiven {
  readonly words: ServiceMenuWords;
  readonly language: Language;
  readonly title: string;
  readonly kinds: readonly Kind[];
  /** Absent for those who only read. */
  readonly onOpen: ((kind: Kind) => void) | undefined;
}

const Kinds = ({ words, language, title, kinds, onOpen }: KindsGiven) => (
  <Card title={title}>
    <ul class="divide-y divide-line">
      {kinds.map((kind) => (
        <li key={kind.kind} class="py-3 flex flex-wrap items-center justify-between gap-3">
          <div class="min-w-0 flex-1">
            <p class="font-bold flex flex-wrap items-center gap-2">
              {kind.title}
              {kind.homeVisit && <Badge tone="info">{words.atHome}</Badge>}
              {kind.mayBeUrgent && <Badge tone="gold">{words.urgent}</Badge>}
              {kind.riskLevel > 0 && <Badge tone="bad">{words.riskOf(numberText(kind.riskLevel, language))}</Badge>}
            </p>
            <Parts
              class="text-soft"
              of={[
                words.minutesOf(numberText(kind.minutes, language)),
                words.daysOf(numberText(kind.days, language)),
                words.needsSkill(words.skills[kind.skill]),
              ]}
            />
          </div>
          {onOpen && (
            <Button kind="quiet" aria-label={words.changeOf(kind.title)} onClick={() => onOpen(kind)}>
              {words.change}
            </Button>
          )}
        </li>
      ))}
    </ul>
  </Card>
);
