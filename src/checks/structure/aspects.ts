import { type Finding, finding } from '../../finding.ts';
import type { Subject } from '../subject.ts';
import { sectionOf, sectionText } from './text.ts';

/** The five aspects of 一、总体情况 and the words by which a text on them is known, their names among them. */
const aspects: readonly { readonly name: string; readonly word: RegExp }[] = [
  { name: '主动公开', word: /主动公开|(?:公开|发布|更新).{0,12}信息.{0,8}\d/ },
  { name: '依申请公开', word: /依申请|信息公开申请|申请公开|公开申请/ },
  {
    name: '政府信息管理',
    word: /信息(?:资源)?管理|规范性文件.{0,8}(?:清理|管理|备案|目录)|公开属性|源头(?:认定|管理)|动态(?:调整|更新)|先审.{0,2}后|三审|信息.{0,6}审核把关|内容审核|审核发布|发布审[核查]|分级审[核查]/,
  },
  { name: '政府信息公开平台建设', word: /平台|网站|新媒体|公众号|微信|专栏|公报/ },
  {
    name: '监督保障',
    word: /监督保障|保障监督|监督(?:检查|考核|管理|渠道|电话)|督查|督导|督促|考核|评议|问责|培训|领导小组|组织领导|组织保障|队伍建设|第三方评估/,
  },
];

/** 一 speaks of all five aspects that the circular names for it. */
export function checkAspects({ report }: Subject): Finding[] {
  const section = sectionOf(report, '总体情况');
  const text = section ? sectionText(section) : '';
  if (!section || text.trim() === '') return [];
  const missing = aspects.filter(({ name, word }) => !text.includes(name) && !word.test(text)).map(({ name }) => name);
  if (missing.length === 0) return [];
  return [finding('structure/aspects', section.at, { missing: missing.join('、'), count: missing.length })];
}
