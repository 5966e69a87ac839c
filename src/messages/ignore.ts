import type { Code } from '../finding.ts';
import type { Rule } from './rule.ts';

const clause = {
  zh: '略过检查要说明理由，审核的人才知道为什么',
  en: 'whoever silences a finding says why, so that a reviewer knows',
};

/** What is said of comments that silence findings. */
export const ignore = {
  'ignore/no-reason': {
    title: { zh: '略过检查要写明哪一项和理由', en: 'A comment that silences a finding names it and gives a reason' },
    clause,
    help: {
      zh: '写成“# annrep-ignore narrative/sum: 理由”的样子',
      en: 'write it like “# annrep-ignore narrative/sum: reason”',
    },
    says: {
      default: { zh: '略过“{code}”没有写理由', en: '“{code}” is silenced without a reason' },
      'no-code': { zh: '没有写明略过哪一项检查', en: 'it is not said which check is silenced' },
    },
  },
  'ignore/unused': {
    title: { zh: '略过检查的说明还用得着', en: 'A comment that silences a finding still has one to silence' },
    clause,
    help: {
      zh: '问题已经改好的，删去这一行；编号写错的，改正',
      en: 'remove the comment where the matter is mended, correct the code where it is misspelt',
    },
    says: { default: { zh: '这里已经没有“{code}”的问题可以略过', en: 'there is no “{code}” here to silence' } },
  },
} satisfies Partial<Record<Code, Rule>>;
