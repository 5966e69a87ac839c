import { disclosure2019 } from './disclosure-2019.ts';
import { disclosure2021 } from './disclosure-2021.ts';
import type { Edition, Form, Section } from './form.ts';
import { requests2019 } from './requests-2019.ts';
import { requests2021 } from './requests-2021.ts';
import { review } from './review.ts';

/** The six sections of the report, the same in both editions, with the tables that three of them hold. */
const sections = (disclosure: Form, requests: Form): readonly Section[] => [
  { key: '总体情况', numeral: '一', heading: '总体情况' },
  { key: '主动公开', numeral: '二', heading: '主动公开政府信息情况', form: disclosure },
  { key: '依申请公开', numeral: '三', heading: '收到和处理政府信息公开申请情况', form: requests },
  { key: '复议诉讼', numeral: '四', heading: '政府信息公开行政复议、行政诉讼情况', form: review },
  { key: '问题与改进', numeral: '五', heading: '存在的主要问题及改进情况' },
  { key: '其他事项', numeral: '六', heading: '其他需要报告的事项' },
];

/** The editions of the official format, oldest first. */
export const editions: readonly Edition[] = [
  {
    id: '2019',
    circular: '国办公开办函〔2019〕60号',
    title: '《中华人民共和国政府信息公开工作年度报告格式（试行）》',
    firstYear: 2019,
    bindingFrom: 2020,
    lastYear: 2020,
    sections: sections(disclosure2019, requests2019),
  },
  {
    id: '2021',
    circular: '国办公开办函〔2021〕30号',
    title: '《中华人民共和国政府信息公开工作年度报告格式》',
    firstYear: 2021,
    bindingFrom: 2021,
    sections: sections(disclosure2021, requests2021),
  },
];

/** The edition with this id, if there is one. */
export const editionById = (id: string): Edition | undefined => editions.find((edition) => edition.id === id);

/** The edition that a report year calls for; before 2019 the oldest, so that the report can still be read. */
export function editionOfYear(year: number): Edition {
  const fitting = editions.find(
    (edition) => year >= edition.firstYear && (edition.lastYear === undefined || year <= edition.lastYear),
  );
  const edition = fitting ?? editions[0];
  if (!edition) throw new Error('no edition is defined');
  return edition;
}
