/** Traditional characters that the grammar of number sentences looks at, each before its simplified form. */
const traditional =
  '條条 項项 個个 類类 總总 計计 萬万 億亿 兩两 餘余 約约 數数 訴诉 訟讼 復复 複复 維维 糾纠 審审 結结 轉转 處处 辦办 發发 佈布 報报 網网 頁页 體体 眾众 號号 開开 應应 關关 動动 態态 財财 務务 電电 視视 廣广 聞闻 請请 經经 與与 ' +
  '為为 規规 範范 許许 罰罚 強强 縣县 鄉乡 鎮镇 區区 國国 門门 戶户 場场 錄录 書书 陳陈 員员 長长 現现 過过 達达 進进 還还 這这 級级 屬属 機机 構构 組组 織织 單单 給给 對对 據据 詢询 導导 領领 檔档 業业 團团 於于 從从 無无 沒没 ' +
  '獲获 勝胜 敗败 較较 減减 實实 際际 費费 購购 額额 決决 補补 繼继 續续 別别 該该 當当 間间 時时 點点 貼贴 聯联 會会 談谈 訪访 問问 議议 調调 內内 題题 庫库 資资 產产 質质 環环 護护 醫医 療疗 農农 觀观 設设 備备 製制 爲为 佔占 ' +
  '擊击 瀏浏 覽览 讀读 標标 準准 預预 學学 術术 節节 證证 變变 滿满 權权 責责 監监 統统 簡简 幫帮 錯错 誤误 傳传 紙纸 衆众 張张 參参 舉举 徵征 見见 線线';

const simplified = new Map(traditional.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));

/** Characters that the grammar reads as another one. */
const foreign = new RegExp(
  `[\\uff01-\\uff5e\\u3000\\xa0\\t\\u2f00-\\u2fdf\\uf900-\\ufaff${[...simplified.keys()].join('')}]`,
  'g',
);

function folded(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0 || code === 9) return ' ';
  if ((code >= 0x2f00 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) {
    const plain = character.normalize('NFKC');
    return plain.length === 1 ? plain : character;
  }
  return simplified.get(character) ?? character;
}

/** A title or quotation; a mark not closed within the longest one must not swallow the text. */
const quotation = /《[^》\n]{0,79}》|“[^”\n]{0,79}”|「[^」\n]{0,79}」|‘[^’\n]{0,79}’/g;

/** Punctuation and digits of titles, punctuation of quotations: they part nothing and count nothing. */
const sheltered = (quoted: string): string =>
  quoted.replace(quoted.startsWith('《') ? /[、,;:。!?()\d一二三四五六七八九十]/g : /[、,;:。!?()]/g, '·');

/**
 * The text as the grammar reads it, every offset kept: half-width, simplified, with quotations and titles sealed
 * and with the pinyin that web pages leave behind characters blanked.
 */
export const readable = (text: string): string =>
  text
    .replace(foreign, folded)
    .replace(quotation, sheltered)
    .replace(/\([^\s()\d\u4e00-\u9fff%·]{1,8}\)/g, (blank) => ' '.repeat(blank.length));
