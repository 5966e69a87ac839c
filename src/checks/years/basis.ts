import { type Finding, finding } from '../../finding.ts';
import { editionOfYear, editions } from '../../forms/editions.ts';
import type { Edition } from '../../forms/form.ts';
import { passagePlace, passages } from '../../report/report.ts';
import type { Subject } from '../subject.ts';

/** The circular of an edition, and its number as texts write it, whatever brackets stand around the year. */
function citationOf(edition: Edition) {
  const [office = '', year = '', number = ''] = edition.circular.split(/[〔〕号]/);
  const citation = new RegExp(`${office}[\\s〔［\\[【（(]{0,6}${year}[\\s〕］\\]】）)第]{0,6}${number}号`);
  return { edition, office, citation };
}

const citations = editions.map(citationOf);

/** The text names the circular whose forms hold for the year: 60号 for 2019 and 2020, 30号 from 2021 on. */
export function checkBasis({ report }: Subject): Finding[] {
  const fitting = editionOfYear(report.year);
  const texts = [...passages(report)].filter(({ text }) => citations.some(({ office }) => text.includes(office)));
  const own = citations.find(({ edition }) => edition.id === fitting.id);
  if (texts.some((passage) => own?.citation.test(passage.text))) return [];
  for (const passage of texts)
    for (const { edition, citation } of citations) {
      const cited = edition === own?.edition ? null : citation.exec(passage.text);
      if (!cited) continue;
      const at = passagePlace(passage, cited.index, cited.index + cited[0].length);
      const args = { cited: edition.circular, fitting: fitting.circular, year: report.year };
      return [finding('year/basis', at, args, { say: edition.firstYear < fitting.firstYear ? 'old' : 'new' })];
    }
  return [];
}
