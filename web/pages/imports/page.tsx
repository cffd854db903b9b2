import { useRef, useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { csvText } from '../../csv.ts';
import { definePage, type Where } from '../../page.ts';
import { schoolsAmong, type Unit } from '../../school.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type RosterWords, rosterWords } from '../../words/roster.ts';
import { DropZone } from './drop-zone.tsx';
import { keepImport, Recent } from './recent.tsx';
import { beginUpload, refusalOf, sendUpload, type Upload } from './upload.ts';

export const importsPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: rosterWords,
  title: (words) => words.title,
  reads: () => ({ units: read('GET /api/units') }),
  view: ({ words, where, data }) => (
    <>
      <Heading title={words.title} note={words.lead} />
      <div class="grid gap-4 lg:grid-cols-2 items-start">
        <div class="flex flex-col gap-4 min-w-0">
          <UploadCard words={words} where={where} units={data.units.items} />
          <Recent words={words} where={where} />
        </div>
        <Columns words={words} />
      </div>
    </>
  ),
});

interface Given {
  readonly words: RosterWords;
  readonly where: Where;
}

function UploadCard({ words, where, units }: Given & { units: readonly Unit[] }) {
  const [unit, setUnit] = useState(where.session?.post.unit ?? '');
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf>>();
  const [partsSent, setPartsSent] = useState(0);
  const upload = useRef<Upload>(undefined);
  const sending = useAction(async () => {
    if (!upload.current) return;
    const id = await sendUpload(upload.current, unit, setPartsSent);
    keepImport(where, id);
    location.assign(`/imports/${id}`);
  });
  const take = (file: File | undefined) => {
    if (!file || sending.isBusy) return;
    const why = refusalOf(file);
    setRefusal(why);
    if (why) return;
    upload.current = beginUpload(file);
    setPartsSent(0);
    sending.run();
  };
  const { current } = upload;
  return (
    <Card class="flex flex-col gap-4">
      <UnitChoice words={words} where={where} units={units} unit={unit} onChoose={setUnit} />
      <DropZone words={words} isBusy={sending.isBusy} onFile={take} />
      {refusal && (
        <p role="alert" class="p-4 rounded-xl bg-danger-soft text-danger font-bold">
          {words[refusal]}
        </p>
      )}
      {current && <Sent words={words} upload={current} partsSent={partsSent} />}
      {sending.problem && <ProblemNote problem={sending.problem} look={where.look} />}
      {sending.problem && <Button onClick={() => sending.run()}>{words.resume}</Button>}
    </Card>
  );
}

const Sent = ({ words, upload, partsSent }: { words: RosterWords; upload: Upload; partsSent: number }) => (
  <div class="flex flex-col gap-2 text-brand" role="status">
    <p class="font-bold">{words.uploading(upload.file.name)}</p>
    <Progress label={words.title} value={partsSent} max={upload.parts} />
    <p class="text-sm">{words.share(String(Math.floor((partsSent / upload.parts) * 100)))}</p>
  </div>
);

interface UnitChoiceGiven extends Given {
  readonly units: readonly Unit[];
  readonly unit: string;
  onChoose(unit: string): void;
}

/** One school needs no choice; a district can have a roster of all of its schools. */
function UnitChoice({ words, where, units, unit, onChoose }: UnitChoiceGiven) {
  const { post } = where.session ?? {};
  const schools = schoolsAmong(units).filter(({ id }) => id !== post?.unit);
  if (!post || schools.length === 0) return null;
  return (
    <SelectField label={words.unit} value={unit} onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value={post.unit}>{words.wholeDistrict(post.unitName)}</option>
      {schools.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function Columns({ words }: { words: RosterWords }) {
  const template = csvText([words.columns.slice(0, -1).map(({ name }) => name)]);
  return (
    <Card title={words.columnsTitle}>
      <p class="text-soft mb-2">{words.columnsLead}</p>
      <dl class="divide-y divide-line">
        {words.columns.map(({ name, needed, note }) => (
          <div key={name} class="py-2">
            <dt class="flex items-center justify-between gap-2 font-bold">
              {name}
              <Badge tone={needed ? 'good' : 'plain'}>{needed ? words.needed : words.optional}</Badge>
            </dt>
            {note && <dd class="text-sm text-soft">{note}</dd>}
          </div>
        ))}
      </dl>
      <a
        class="link inline-flex items-center gap-2 min-h-12 font-bold"
        download={words.templateFile}
        href={`data:text/csv;charset=utf-8,${encodeURIComponent(template)}`}
      >
        <Icon of={icons.download} class="size-5" />
        {words.template}
      </a>
    </Card>
  );
}
