import { editionById, reportSchema } from '../index.ts';
import type { Given } from './arguments.ts';
import type { Console, Status } from './console.ts';
import { usageError } from './failure.ts';

/** `annrep schema`: the JSON Schema of a report, of one edition or of all. */
export async function schema(given: Given, console: Console): Promise<Status> {
  const id = given.text('edition');
  const edition = id === undefined ? undefined : editionById(id);
  if (id !== undefined && !edition) return usageError({ say: 'bad-edition', args: { word: id } }, console);
  await console.out(`${JSON.stringify(reportSchema(edition), null, 2)}\n`);
  return 0;
}
