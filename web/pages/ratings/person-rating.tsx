import type { AnswerOf } from '../../api/read.ts';
import { controlClass } from '../../ui/field.tsx';
import type { RatingWords } from '../../words/ratings.ts';

export type Row = AnswerOf<'GET /api/shifts/{shift}'>['records'][number];
export type Tag = keyof RatingWords['tags'];
/** What is chosen for one person, as far as it is. */
export interface Given {
  readonly quality?: number;
  readonly tags?: readonly Tag[];
}

interface PersonGiven {
  readonly words: RatingWords;
  readonly name: string;
  readonly given: Given;
  onGive(given: Given): void;
}

export const PersonRating = ({ words, name, given, onGive }: PersonGiven) => (
  <li class="py-3 flex flex-col gap-2">
    <div class="flex flex-wrap items-center justify-between gap-3">
      <span class="font-bold">{name}</span>
      <span class="min-w-32">
        <select
          class={controlClass}
          aria-label={words.qualityOf(name)}
          onChange={({ currentTarget: { value } }) => onGive({ ...given, quality: value ? Number(value) : undefined })}
        >
          <option value="" selected={given.quality === undefined}>
            {words.none}
          </option>
          {words.qualities.map((label, index) => (
            <option key={label} value={index + 1} selected={given.quality === index + 1}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </div>
    {given.quality !== undefined && <Tags words={words} name={name} given={given} onGive={onGive} />}
  </li>
);

const Tags = ({ words, name, given, onGive }: PersonGiven) => {
  const chosen = given.tags ?? [];
  return (
    <fieldset class="flex flex-wrap gap-2">
      <legend class="sr-only">{words.tagsOf(name)}</legend>
      {(Object.keys(words.tags) as Tag[]).map((tag) => (
        <label
          key={tag}
          class={`flex items-center gap-2 min-h-12 px-3 rounded-xl border ${
            chosen.includes(tag) ? 'border-brand bg-brand-soft' : 'border-line'
          }`}
        >
          <input
            type="checkbox"
            class="size-5 accent-fill"
            checked={chosen.includes(tag)}
            onChange={({ currentTarget: { checked } }) =>
              onGive({ ...given, tags: checked ? [...chosen, tag] : chosen.filter((one) => one !== tag) })
            }
          />
          {words.tags[tag]}
        </label>
      ))}
    </fieldset>
  );
};
