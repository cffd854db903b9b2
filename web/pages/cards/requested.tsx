/** Cards that leaders asked for, class by class: each leads to the class with its pupils ticked. */
import type { AnswerOf } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Card } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import * as icons from '../../ui/icons.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { cardRequestWords } from '../../words/card-requests.ts';

interface Given {
  readonly where: Where;
  readonly school: string;
  readonly requests: AnswerOf<'GET /api/card-requests'>;
}

export function Requested({ where, school, requests: { items, next } }: Given) {
  const { language } = where.look;
  const words = cardRequestWords[language];
  if (items.length === 0) return null;
  const classes = [...new Set(items.map(({ classId }) => classId))].map((id) =>
    items.filter(({ classId }) => classId === id),
  );
  const links = classes.map((ofClass) => {
    const { classId = '', class: label = '' } = ofClass[0] ?? {};
    const only = ofClass.map(({ volunteer }) => volunteer).join(',');
    return {
      href: `${where.path}?${new URLSearchParams({ unit: school, class: classId, only })}`,
      icon: icons.print,
      text: words.print(label, numberText(ofClass.length, language)),
    };
  });
  const names = [...new Set(items.map(({ askedBy }) => askedBy))].filter((name) => name !== '');
  return (
    <Card title={words.waiting} class="mb-4">
      <p class="text-soft mb-3">{words.askedBy(names.join('、'))}</p>
      <LinkList links={links} />
      <Turn path={where.path} query={where.query} next={next} labels={words} />
    </Card>
  );
}
