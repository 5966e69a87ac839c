import { type Finding, finding } from '../../finding.ts';
import type { SectionKey } from '../../forms/form.ts';
import type { Subject } from '../subject.ts';
import { sectionText } from './text.ts';

/** Sections of which the statute wants more than a word (条例 art. 50 items (1) and (4)). */
const substantial: readonly SectionKey[] = ['总体情况', '问题与改进'];

const nothing =
  /^(?:本年度|20\d\d年度?|本[单机][位关]|我.{1,2}|目前)?(?:暂|均|尚|并)?(?:无|没有|未发现|不存在|略|同上|同上年|见附件|详见附件)(?:存在)?(?:的)?(?:主要|明显|突出)?(?:问题|内容|情况|不足)?(?:及改进(?:情况|措施)?)?$/;

/** Every way of saying nothing has one of these. */
const denying = /[无没略同见存现]/;

/** No way of saying nothing is longer. */
const longestNothing = 100;

/** A section of the report is not there at all. */
export function checkMissingSections({ report }: Subject): Finding[] {
  return report.edition.sections.flatMap(({ key, numeral, heading }) =>
    report.sections.some((section) => section.key === key)
      ? []
      : [finding('structure/missing-section', report.place([]), { key, heading: `${numeral}、${heading}` })],
  );
}

/** 一 and 五 say something: 无 alone is no account of problems and improvements. */
export function checkEmptySections({ report }: Subject): Finding[] {
  return report.sections.flatMap((section) => {
    const own = report.edition.sections.find(({ key }) => key === section.key);
    const marks = sectionText(section).trim();
    if (!own || !substantial.includes(section.key) || marks === '' || marks.length > longestNothing) return [];
    if (/[\u4e00-\u9fff]/.test(marks) && !denying.test(marks)) return [];
    const text = marks.replace(/[\s\p{P}]/gu, '');
    if (text !== '' && !nothing.test(text)) return [];
    return [
      finding('structure/empty-section', section.at, {
        heading: `${own.numeral}、${own.heading}`,
        text: marks.slice(0, 20),
      }),
    ];
  });
}
