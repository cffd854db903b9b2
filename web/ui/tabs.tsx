interface TabsGiven<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  readonly labels: Readonly<Record<NoInfer<Name>, string>>;
  readonly chosen: NoInfer<Name>;
  onChoose(name: NoInfer<Name>): void;
}

/** One of few views, as a group of radio buttons: arrows, labels and states come from the browser. */
export function Tabs<Name extends string>({ label, names, labels, chosen, onChoose }: TabsGiven<Name>) {
  return (
    <fieldset class="flex flex-wrap gap-1 p-1 rounded-2xl bg-line">
      <legend class="sr-only">{label}</legend>
      {names.map((name) => (
        <label
          key={name}
          class={`flex-1 min-h-12 px-3 grid place-items-center rounded-xl text-center focus-within:outline-3 focus-within:outline-brand ${
            name === chosen ? 'bg-card font-bold text-brand' : 'text-ink'
          }`}
        >
          <input
            type="radio"
            class="sr-only"
            name={label}
            value={name}
            checked={name === chosen}
            onChange={() => onChoose(name)}
          />
          {labels[name]}
        </label>
      ))}
    </fieldset>
  );
}
