import type { AnswerOf } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Card } from '../../ui/card.tsx';
import type { GuardianWords } from '../../words/guardian.ts';
import { shellWords } from '../../words/shell.ts';

interface HistoryGiven {
  readonly words: GuardianWords;
  readonly language: Language;
  readonly said: AnswerOf<'GET /api/me/consent'>['history'];
}

/** Every word ever said, the latest first: how, when, and in which post it was registered. */
export const History = ({ words, language, said }: HistoryGiven) => (
  <Card title={words.historyTitle}>
    {said.length === 0 && <p class="text-soft">{words.noHistory}</p>}
    <ul class="divide-y divide-line">
      {said.map(({ method, signedOn, textVersion, at, byRole, withdrawnOn, withdrawnByRole }) => {
        const role = withdrawnByRole ?? byRole;
        return (
          <li key={`${at}${withdrawnOn ?? ''}`} class="py-3">
            <p class="font-bold">{words.givenOn(words.methods[method], dayText(signedOn, language))}</p>
            {withdrawnOn && <p class="font-bold text-danger">{words.withdrawnOn(dayText(withdrawnOn, language))}</p>}
            <p class="text-sm text-soft flex flex-wrap gap-x-3">
              {textVersion && <span>{words.textVersion(textVersion)}</span>}
              {role && <span>{words.byRole(shellWords[language].roles[role])}</span>}
            </p>
          </li>
        );
      })}
    </ul>
  </Card>
);
