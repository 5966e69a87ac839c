/** Where the name of what is counted may end: nothing follows but what is done or said of it next. */
const end = '(?=$|[并均且已全都又和与及])';
const organisations = '自然人|公民|法人|其[他它]组织|商业企业|科研机构|社会公益组织|法律服务机构|企业';

/** What is done with things that the tables count, and the names of these things that may stand behind their number. */
const kinds: readonly (readonly [verb: RegExp, name: RegExp])[] = [
  [
    /(?:收到|接到|接收|受理|新收|收办|办理|处理|答复|办结|[含有])(?:了|过|共|共计)?$/,
    new RegExp(
      `^的?(?:(?:${organisations})(?:[和或及与](?:${organisations}))*(?:提[出交起])?的?)?(?:(?:要求|申请)公开政府信息的申请|(?:政府)?(?:信息|政务)?公开(?:政府信息)?的?申请(?:表|书|件)?|政府信息申请|依申请公开(?:政府信息)?的?(?:申请|事项)?(?:表|书|件)?|申请(?:表|书|件)?)${end}`,
    ),
  ],
  [
    /(?:发生|产生|收到|接到|提起|引发|引起|涉及|办理|受理|存在|出现|新增|审结|有)(?:了|过|共|共计)?$/,
    new RegExp(
      `^的?(?:因?(?:政府信息公开|信息公开|依申请公开|政务公开)(?:工作)?(?:引发|引起|产生)?的?)?(?:行政)?(?:复议|诉讼)(?:(?:[和与及或]|以及)(?:行政)?(?:复议|诉讼))?(?:案件?|申请)?${end}`,
    ),
  ],
  [
    /(?:制发|制定|印发|出台|发布|废止|失效|有效)(?:了|过|共|共计|的)?$/,
    new RegExp(`^的?(?:(?:行政)?规范性文件|规章)${end}`),
  ],
  [
    /(?:[作做]出|办理|实施|完成|下达)(?:了|过|共|共计)?$/,
    new RegExp(`^的?行政(?:许可|处罚|强制)(?:处理)?(?:决定|措施|案件|行为|事项)?${end}`),
  ],
  [
    /(?:[作做]出|给予|答复)(?:了|过|共|共计)?$/,
    new RegExp(`^的?(?:予以公开|部分公开|不予公开|无法提供|不予处理)的?(?:决定|答复|申请)?${end}`),
  ],
  [/(?:收取|征收)(?:了|过|共|共计)?$/, new RegExp(`^的?行政事业性收费${end}`)],
  [/(?:实施|完成|开展|进行)(?:了|过|共|共计)?$/, new RegExp(`^的?(?:政府)?集中采购(?:项目)?${end}`)],
];

/** Every such name has one of these; what stands behind most numbers has none. */
const named = /申请|公开|无法提供|不予处理|复议|诉讼|规范性|规章|行政|采购/;

/**
 * 收到5件政府信息公开申请: the name behind a number of what it counts, where the words before it tell but what was done;
 * empty where there is none. Both texts without spaces.
 */
export function countedBehind(before: string, behind: string): string {
  if (behind === '' || !named.test(behind)) return '';
  for (const [verb, name] of kinds) {
    const found = name.exec(behind)?.[0];
    if (found && verb.test(before)) return found;
  }
  return '';
}
