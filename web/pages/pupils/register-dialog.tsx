/** Registers signed papers for some pupils of one class or of several. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { dayOf, numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';
import type { Candidate } from './shown.ts';

export interface Registered {
  readonly count: number;
}
interface RegisterGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly candidates: readonly Candidate[];
  onDone(registered: Registered): Promise<void>;
  onClose(): void;
}

/** Pupils that one request takes. */
const pupilsAtOnce = 60;
const scopes = ['missing', 'all'] as const;
const methods = ['paper', 'in_person'] as const;
type Method = (typeof methods)[number];

export function RegisterDialog({ words, where, candidates, onDone, onClose }: RegisterGiven) {
  const missing = candidates.filter(({ consent }) => consent === 'missing');
  const [scope, setScope] = useState<(typeof scopes)[number]>(missing.length > 0 ? 'missing' : 'all');
  const [method, setMethod] = useState<Method>('paper');
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const chosen = scope === 'missing' ? missing : candidates;
  const number = (count: number) => numberText(count, where.look.language);
  const register = useAction(async (form: FormData) => {
    const paper = { textVersion: String(form.get('textVersion')), signedOn: String(form.get('signedOn')), method };
    const failures = await registerAll(chosen, paper);
    setFailed(failures);
    if (failures.length === 0) await onDone({ count: chosen.length });
  });
  return (
    <Dialog title={words.registerTitle} onClose={onClose}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          register.run(new FormData(event.currentTarget));
        }}
      >
        <p class="text-soft">{words.registerLead}</p>
        {missing.length > 0 && missing.length < candidates.length && (
          <Tabs
            label={words.registerWho}
            names={scopes}
            labels={{
              missing: words.onlyMissing(number(missing.length)),
              all: words.wholeClass(number(candidates.length)),
            }}
            chosen={scope}
            onChoose={setScope}
          />
        )}
        <Tabs label={words.method} names={methods} labels={words.methods} chosen={method} onChoose={setMethod} />
        <PaperFields words={words} today={dayOf(where.now)} />
        {register.problem && <ProblemNote problem={register.problem} look={where.look} />}
        {failed.length > 0 && <Failures words={words} failed={failed} total={number(failed.length)} />}
        <div class="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={register.isBusy}>
            {register.isBusy ? words.working : words.registerDo(number(chosen.length))}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const PaperFields = ({ words, today }: { words: SchoolWords; today: string }) => (
  <>
    <TextField type="date" name="signedOn" label={words.signedOn} hint={words.signedOnHint} max={today} required />
    <TextField
      name="textVersion"
      label={words.textVersion}
      hint={words.textVersionHint}
      value={rememberedVersion()}
      maxLength={40}
      required
    />
  </>
);

interface Failed {
  readonly name: string;
  readonly outcome: string;
}

const Failures = ({ words, failed, total }: { words: SchoolWords; failed: readonly Failed[]; total: string }) => (
  <div role="alert" class="p-4 rounded-xl bg-danger-soft text-danger">
    <p class="font-bold">{words.failedRows(total)}</p>
    <ul>
      {failed.map(({ name, outcome }) => (
        <li key={name}>
          {name}：{(words.outcomes as Readonly<Record<string, string>>)[outcome] ?? words.outcomes.other}
        </li>
      ))}
    </ul>
  </div>
);

interface Paper {
  readonly textVersion: string;
  readonly signedOn: string;
  readonly method: Method;
}

/** @returns those for whom it did not work. Registering the same paper again changes nothing. */
async function registerAll(pupils: readonly Candidate[], paper: Paper): Promise<Failed[]> {
  const outcomes = new Map<string, string>();
  for (const classId of new Set(pupils.map((pupil) => pupil.classId))) {
    const ids = pupils.filter((pupil) => pupil.classId === classId).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += pupilsAtOnce) {
      const body = { ...paper, volunteers: ids.slice(start, start + pupilsAtOnce) };
      const { items } = await send('POST /api/classes/{class}/consents', { params: { class: classId }, body });
      for (const { id, outcome } of items) outcomes.set(id, outcome);
    }
  }
  rememberVersion(paper.textVersion);
  return pupils.flatMap(({ id, name }) => {
    const outcome = outcomes.get(id) ?? 'other';
    return outcome === 'done' ? [] : [{ name, outcome }];
  });
}

const versionName = 'timebank-consent-text';

/** A school's papers are of one version for years; without storage it is typed again. */
function rememberedVersion(): string {
  try {
    return localStorage.getItem(versionName) ?? '';
  } catch {
    return '';
  }
}

function rememberVersion(version: string): void {
  try {
    localStorage.setItem(versionName, version);
  } catch {
    return;
  }
}
