import type { Outline } from '../layout/outline.ts';
import { escapeXml } from './ooxml.ts';

/** The faces of a document, by what they are set in (GB/T 9704-2012, 5.2.2 and 7.3). */
export interface Faces {
  readonly title: string;
  readonly body: string;
  readonly heading1: string;
  readonly heading2: string;
  readonly table: string;
}

/** Latin letters and digits everywhere but in page numbers. */
export const latinFace = 'Times New Roman';

/** Profiles by name: what an office has installed differs, and no face may be bundled. */
export const facesOf: Readonly<Record<Outline['style']['fonts'], Faces>> = {
  gb2312: {
    title: '方正小标宋简体',
    body: '仿宋_GB2312',
    heading1: '黑体',
    heading2: '楷体_GB2312',
    table: '宋体',
  },
  modern: { title: '方正小标宋简体', body: '仿宋', heading1: '黑体', heading2: '楷体', table: '宋体' },
  founder: {
    title: '方正小标宋_GBK',
    body: '方正仿宋_GBK',
    heading1: '方正黑体_GBK',
    heading2: '方正楷体_GBK',
    table: '方正书宋_GBK',
  },
};

/** Faces that stand in where one is missing, best first. */
export const fallbacks: Readonly<Record<string, readonly string[]>> = {
  仿宋_GB2312: ['仿宋', 'FangSong', 'STFangsong'],
  仿宋: ['仿宋_GB2312', 'FangSong', 'STFangsong'],
  方正仿宋_GBK: ['仿宋_GB2312', '仿宋', 'FangSong'],
  楷体_GB2312: ['楷体', 'KaiTi', 'STKaiti'],
  楷体: ['楷体_GB2312', 'KaiTi', 'STKaiti'],
  方正楷体_GBK: ['楷体_GB2312', '楷体', 'KaiTi'],
  方正小标宋简体: ['方正小标宋_GBK', '华文中宋', '宋体'],
  方正小标宋_GBK: ['方正小标宋简体', '华文中宋', '宋体'],
  黑体: ['SimHei', 'STHeiti'],
  方正黑体_GBK: ['黑体', 'SimHei'],
  宋体: ['SimSun', 'STSong'],
  方正书宋_GBK: ['宋体', 'SimSun'],
};

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function fontXml(name: string): string {
  const latin = name === latinFace;
  const alternatives = fallbacks[name]?.join(',');
  return (
    `<w:font w:name="${escapeXml(name)}">` +
    (alternatives ? `<w:altName w:val="${escapeXml(alternatives)}"/>` : '') +
    (latin ? '<w:charset w:val="00"/><w:family w:val="roman"/>' : '<w:charset w:val="86"/><w:family w:val="auto"/>') +
    '<w:pitch w:val="variable"/></w:font>'
  );
}

/** The part word/fontTable.xml: the faces of a profile with the faces that stand in for them. */
export function fontTable(faces: Faces): string {
  const names = [...new Set([latinFace, faces.body, faces.heading1, faces.heading2, faces.title, faces.table, '宋体'])];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${namespace}">${names.map(fontXml).join('')}</w:fonts>`;
}
