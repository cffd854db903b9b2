import { hoursText, numberText } from '../../format.ts';
import { Empty } from '../../ui/card.tsx';
import { Cell, HeadCell, Table } from '../../ui/table.tsx';
import type { Told } from './told.ts';

/** The units directly below, each leading to its own figures. */
export function UnitsTable({ words, look: { language }, figures: { units } }: Told) {
  const count = (value: number) => numberText(value, language);
  return (
    <div>
      <h2 class="text-lg font-bold mb-3">{words.unitsTitle}</h2>
      {units.length === 0 ? (
        <Empty title={words.unitsEmpty} />
      ) : (
        <Table label={words.unitsTitle}>
          <thead>
            <tr>
              <HeadCell>{words.unit}</HeadCell>
              <HeadCell class="text-right">{words.teams}</HeadCell>
              <HeadCell class="text-right">{words.volunteers}</HeadCell>
              <HeadCell class="text-right">{words.hours}</HeadCell>
            </tr>
          </thead>
          <tbody class="tabular-nums">
            {units.map(({ unit, name, teams, volunteers, minutes }) => (
              <tr key={unit}>
                <Cell class="min-w-36">
                  <a href={`/overview?unit=${unit}`} class="link inline-flex items-center min-h-12">
                    {name}
                  </a>
                </Cell>
                <Cell class="text-right">{count(teams)}</Cell>
                <Cell class="text-right">{count(volunteers)}</Cell>
                <Cell class="text-right whitespace-nowrap">{`${hoursText(minutes, language)} ${words.hoursUnit}`}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
