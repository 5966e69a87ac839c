import { LedgerUnreadable } from './ledger.ts';
import { type Attributes, type ElementHandler, prefixedAttribute, readElements } from './xml/elements.ts';

/** Relationships of a part by id. */
type Relationships = ReadonlyMap<string, { readonly type: string; readonly target: string }>;

/** A worksheet as the workbook names it. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** The entry of the zip file, lower case. */
  readonly part: string;
}

/** Where the parts of a workbook stand. */
export interface WorkbookParts {
  /** Worksheets in the workbook's order; charts and macro sheets are left out. */
  readonly sheets: readonly SheetPart[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  /** Serial dates count from 1904. */
  readonly from1904: boolean;
}

/** Reads a part by its name; undefined where there is none. */
export type PartReader = (name: string) => Buffer | undefined;

/** A target with `/` as separator and without percent signs; as it is where they mean nothing. */
function plainTarget(written: string): string {
  const target = written.replaceAll('\\', '/');
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** A target as a part name: absolute, or relative to the folder of the part that names it. */
function resolveTarget(from: string, written: string): string {
  const target = plainTarget(written);
  const path = target.startsWith('/') ? target : `${from.slice(0, from.lastIndexOf('/') + 1)}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}

async function readRelationships(read: PartReader, part: string): Promise<Relationships> {
  const slash = part.lastIndexOf('/') + 1;
  const bytes = read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const found = new Map<string, { type: string; target: string }>();
  if (!bytes) return found;
  await readElements(bytes, () => {
    found.clear();
    return {
      open(name: string, { Id, Type, Target, TargetMode }: Attributes) {
        if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
        found.set(Id, {
          type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1),
          target: resolveTarget(part, Target),
        });
      },
    };
  });
  return found;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

class WorkbookHandler implements ElementHandler {
  readonly sheets: { name: string; hidden: boolean; id: string }[] = [];
  from1904 = false;
  root = '';
  private depth = 0;

  open(name: string, attributes: Attributes): void {
    this.root ||= name;
    this.depth += 1;
    // Excel puts another workbookPr among the extensions of workbooks that count from 1904.
    if (name === 'workbookPr' && this.depth === 2) this.from1904 = isTrue(attributes.date1904);
    if (name === 'sheet')
      this.sheets.push({
        name: attributes.name ?? '',
        hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
        id: prefixedAttribute(attributes, 'id') ?? '',
      });
  }

  close(): void {
    this.depth -= 1;
  }
}

/** The part that the package calls its main document, or the one that is it everywhere where it names none. */
export async function findMainPart(read: PartReader): Promise<string> {
  for (const { type, target } of (await readRelationships(read, '')).values())
    if (type === 'officeDocument') return target;
  return 'xl/workbook.xml';
}

/** Reads the list of sheets; throws `damaged` where a sheet leads nowhere, `not-a-workbook` where the part is no workbook. */
export async function readWorkbookParts(read: PartReader, main: string): Promise<WorkbookParts> {
  const bytes = read(main);
  if (!bytes) throw new LedgerUnreadable('damaged', main);
  const workbook = await readElements(bytes, () => new WorkbookHandler());
  if (workbook.root !== 'workbook') throw new LedgerUnreadable('not-a-workbook', main);
  const relationships = await readRelationships(read, main);
  const sheets: SheetPart[] = [];
  for (const { name, hidden, id } of workbook.sheets) {
    const found = relationships.get(id);
    if (!found) throw new LedgerUnreadable('damaged', `${main}: ${name}`);
    if (found.type === 'worksheet') sheets.push({ name, hidden, part: found.target });
  }
  const partOf = (type: string): string | undefined =>
    [...relationships.values()].find((other) => other.type === type)?.target;
  return { sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), from1904: workbook.from1904 };
}
