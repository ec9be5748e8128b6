import { table } from '../markdown-table.ts';
import { costOf, dollars } from './consent.ts';
import { QUESTIONS } from './questions.ts';
import { ALSO } from './sheet.ts';

const topic = (id: string) => (Object.hasOwn(ALSO, id) ? `\`${id}\`` : `[\`${id}\`](status.md#${id})`);

/** The questions as docs/first-contact.md shows them. */
export function questionTable(): string {
  return table(
    ['Question', 'What it asks', 'Creates', 'Cost', 'Undone', 'Rows of the sheet'],
    QUESTIONS.map((one) => [
      `\`${one.id}\``,
      one.asks,
      one.makes,
      one.endpoints === 0 ? '' : dollars(costOf(0, [one])),
      one.undone,
      Object.keys(one.rows).map(topic).join(', '),
    ]),
  );
}
