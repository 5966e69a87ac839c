import { type Finding, finding } from '../../finding.ts';
import type { Subject } from '../subject.ts';

/** A title of one's own names the organ, the report year and 政府信息公开工作年度报告. */
export function checkTitle({ report }: Subject): Finding[] {
  const title = report.title.replace(/\s/g, '');
  const canonical = `${report.organ.replace(/\s/g, '')}${report.year}年政府信息公开工作年度报告`;
  if (title === canonical) return [];
  const at = report.place(['标题'], 'value');
  const args = { title, canonical, year: report.year };
  const years = [...title.matchAll(/(\d{4})年/g)].map((match) => match[1]);
  if (years.some((year) => year !== String(report.year)))
    return [finding('structure/title', at, { ...args, said: years[0] ?? '' }, { say: 'year' })];
  const lacking = [
    ...(years.length === 0 ? [`${report.year}年`] : []),
    ...(title.includes(report.organ.replace(/\s/g, '')) ? [] : [report.organ]),
    ...(title.includes('政府信息公开工作年度报告') ? [] : ['政府信息公开工作年度报告']),
  ];
  return lacking.length === 0
    ? []
    : [finding('structure/title', at, { ...args, lacking: lacking.map((part) => `“${part}”`).join('、') })];
}
