import { type Shown, shownBy } from './xlsx-dates.ts';
import { type Attributes, type ElementHandler, readElements } from './xml/elements.ts';

/** What the cells of each style (`s`, an index of `cellXfs`) show. */
export type Styles = readonly Shown[];

class StylesHandler implements ElementHandler {
  private readonly codes = new Map<number, string>();
  private readonly formats: number[] = [];
  private inside = '';

  open(name: string, attributes: Attributes): void {
    if (name === 'cellXfs' || name === 'numFmts') this.inside = name;
    else if (name === 'numFmt' && this.inside === 'numFmts')
      this.codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    else if (name === 'xf' && this.inside === 'cellXfs') this.formats.push(Number(attributes.numFmtId ?? 0));
  }

  close(name: string): void {
    if (name === this.inside) this.inside = '';
  }

  styles(): Styles {
    const shown = new Map<number, Shown>();
    return this.formats.map((id) => {
      const known = shown.get(id) ?? shownBy(id, this.codes.get(id));
      shown.set(id, known);
      return known;
    });
  }
}

/** Reads `styles.xml` as far as cells are read by it: which styles show dates. */
export async function readStyles(bytes: Buffer): Promise<Styles> {
  return (await readElements(bytes, () => new StylesHandler())).styles();
}
