import type { Code } from '../finding.ts';
import type { Rule, Said, Sentence } from './rule.ts';

const privacy = {
  zh: '《条例》第十五条：涉及个人隐私的政府信息不得公开；《中华人民共和国个人信息保护法》',
  en: '条例 art. 15 and 个人信息保护法: what is private must not be published',
};

const inLedger: Said = {
  zh: '在台账里删去或遮盖，例如只留前三位和后四位',
  en: 'delete or mask it in the ledger, e.g. keep the first three and the last four digits',
};

const moreNumbers: Sentence = {
  zh: '台账里另外还有{count}处这样的号码，没有一一列出',
  en: '{count} more such numbers in the ledger are not listed',
  help: inLedger,
};

/** What is said of how the text is typed, and of numbers of persons in it. */
export const language = {
  'text/punctuation': {
    title: { zh: '标点符号规范', en: 'Punctuation is that of Chinese text' },
    clause: { zh: 'GB/T 15834—2011《标点符号用法》', en: 'GB/T 15834—2011' },
    help: { zh: '改用规范的标点', en: 'use the right mark' },
    says: {
      'half-width': {
        zh: '中文里用了半角标点“{mark}”，应当用全角“{right}”；这一段共{count}处',
        en: 'half-width “{mark}” inside Chinese text should be “{right}”; {count} in this paragraph',
      },
      doubled: {
        zh: '标点“{mark}”重复；这一段共{count}处',
        en: 'the marks “{mark}” stand one after another; {count} such places in this paragraph',
        help: { zh: '只留一个', en: 'keep one' },
      },
      unpaired: {
        zh: '标点 {mark} 没有与它成对的另一半；这一段共{count}处',
        en: 'the mark {mark} has no partner; {count} such marks in this paragraph',
        help: { zh: '补上另一半，或删去', en: 'add its partner or delete it' },
      },
    },
  },
  'text/digits': {
    title: { zh: '数字用半角', en: 'Digits are half-width' },
    clause: { zh: 'GB/T 15835—2011《出版物上数字用法》', en: 'GB/T 15835—2011' },
    help: { zh: '改为“{half}”', en: 'write “{half}”' },
    says: {
      default: {
        zh: '“{found}”是全角数字，应当写作“{half}”；这一段共{count}处',
        en: '“{found}” is written in full-width digits and should be “{half}”; {count} in this paragraph',
      },
    },
  },
  'text/spaces': {
    title: { zh: '汉字之间没有空格', en: 'No spaces between Chinese characters' },
    clause: {
      zh: 'GB/T 9704—2012：正文汉字之间不空格',
      en: 'GB/T 9704—2012: body text has no spaces between characters',
    },
    help: { zh: '删去空格', en: 'delete the spaces' },
    says: {
      default: {
        zh: '“{around}”的汉字之间有空格；这一段共{count}处',
        en: 'there is a space between the characters of “{around}”; {count} in this paragraph',
      },
    },
  },
  'text/invisible': {
    title: { zh: '没有看不见的字符', en: 'No characters that cannot be seen' },
    clause: {
      zh: '看不见的字符会把数字断开、颠倒显示的次序，使印出来的与核对过的不一样',
      en: 'such characters part numbers or turn their order round, so that what is printed is not what was checked',
    },
    help: {
      zh: '把这一处前后几个字删去，重新输入一遍，不要从网页或聊天软件里粘贴',
      en: 'delete the characters around it and type them again instead of pasting them',
    },
    says: {
      default: {
        zh: '“{where}”里有看不见的字符{count}个（{found}）',
        en: '“{where}” holds characters that cannot be seen: {count} ({found})',
      },
    },
  },
  'privacy/id-number': {
    title: { zh: '没有公民身份号码', en: 'No resident identity number' },
    clause: privacy,
    help: { zh: '删去', en: 'delete it' },
    says: {
      default: {
        zh: '正文里有公民身份号码{number}（校验码正确），不能公开',
        en: 'the text holds a resident identity number, {number} (its check digit is right), which must not be published',
      },
      ledger: {
        zh: '台账里有公民身份号码{number}（校验码正确），会印进附表',
        en: 'the ledger holds a resident identity number, {number} (its check digit is right), which would be printed in the appendix',
        help: inLedger,
      },
      more: moreNumbers,
    },
  },
  'privacy/mobile': {
    title: { zh: '没有个人手机号码', en: 'No private mobile number' },
    clause: privacy,
    help: {
      zh: '删去；办公联系电话写在引言里，尽量用座机',
      en: 'delete it; the office’s own number belongs into the preamble, best a landline',
    },
    says: {
      default: { zh: '正文里有手机号码{number}', en: 'the text holds a mobile number, {number}' },
      ledger: {
        zh: '台账里有手机号码{number}，会印进附表',
        en: 'the ledger holds a mobile number, {number}, which would be printed in the appendix',
        help: inLedger,
      },
      more: moreNumbers,
    },
  },
  'privacy/bank-card': {
    title: { zh: '没有银行卡号', en: 'No bank card number' },
    clause: privacy,
    help: { zh: '删去', en: 'delete it' },
    says: {
      default: {
        zh: '正文里有银行卡号{number}（校验码正确），不能公开',
        en: 'the text holds a bank card number, {number} (its check digit is right), which must not be published',
      },
      ledger: {
        zh: '台账里有银行卡号{number}（校验码正确），会印进附表',
        en: 'the ledger holds a bank card number, {number} (its check digit is right), which would be printed in the appendix',
        help: inLedger,
      },
      more: moreNumbers,
    },
  },
} satisfies Partial<Record<Code, Rule>>;
