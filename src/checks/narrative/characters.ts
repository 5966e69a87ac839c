/** Traditional characters that the grammar of number sentences looks at, each before its simplified form. */
const traditional =
  '條条 項项 個个 類类 總总 計计 萬万 億亿 兩两 餘余 約约 數数 訴诉 訟讼 復复 複复 維维 糾纠 審审 結结 轉转 處处 辦办 發发 佈布 報报 網网 頁页 體体 眾众 號号 開开 應应 關关 動动 態态 財财 務务 電电 視视 廣广 聞闻 請请 經经 與与 ' +
  '為为 規规 範范 許许 罰罚 強强 縣县 鄉乡 鎮镇 區区 國国 門门 戶户 場场 錄录 書书 陳陈 員员 長长 現现 過过 達达 進进 還还 這这 級级 屬属 機机 構构 組组 織织 單单 給给 對对 據据 詢询 導导 領领 檔档 業业 團团 於于 從从 無无 沒没 ' +
  '獲获 勝胜 敗败 較较 減减 實实 際际 費费 購购 額额 決决 補补 繼继 續续 別别 該该 當当 間间 時时 點点 貼贴 聯联 會会 談谈 訪访 問问 議议 調调 內内 題题 庫库 資资 產产 質质 環环 護护 醫医 療疗 農农 觀观 設设 備备 製制 爲为 佔占 ' +
  '擊击 瀏浏 覽览 讀读 標标 準准 預预 學学 術术 節节 證证 變变 滿满 權权 責责 監监 統统 簡简 幫帮 錯错 誤误 傳传 紙纸 衆众 張张 參参 舉举 徵征 見见 線线';

/** A compatibility form, whose plain one is looked up when it is met. */
const form = 1;

/** The character that each one is read as; 0 where that is itself. A table of all: every character of every text is looked up. */
const readAs = new Uint16Array(0x10000);
for (let code = 0xff01; code <= 0xff5e; code += 1) readAs[code] = code - 0xfee0;
for (const blank of '\u3000\xa0\t') readAs[blank.charCodeAt(0)] = 0x20;
for (let at = 0; at < traditional.length; at += 3) readAs[traditional.charCodeAt(at)] = traditional.charCodeAt(at + 1);
readAs.fill(form, 0x2f00, 0x2fe0).fill(form, 0xf900, 0xfb00);

function plainForm(character: string): string {
  const plain = character.normalize('NFKC');
  return plain.length === 1 ? plain : character;
}

/** The text half-width and simplified. */
function folded(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = readAs[text.charCodeAt(at)];
    if (!code) continue;
    parts.push(text.slice(from, at), code === form ? plainForm(text.charAt(at)) : String.fromCharCode(code));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

const closing: Readonly<Record<string, string>> = { '《': '》', '“': '”', '「': '」', '‘': '’' };

/** A title or quotation with its marks; one not closed within so many characters must not swallow the text. */
const longestQuotation = 81;

/** Punctuation and digits of titles, punctuation of quotations: they part nothing and count nothing. */
const sheltered = (quoted: string): string =>
  quoted.replace(quoted.startsWith('《') ? /[、,;:。!?()\d一二三四五六七八九十]/g : /[、,;:。!?()]/g, '·');

/** The text with what stands in titles and quotations sheltered. */
function sealed(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(/[《“「‘]/g)) {
    if (index < from) continue;
    const near = text.slice(index, index + longestQuotation);
    const quoted = near.slice(0, near.indexOf(closing[mark] ?? '') + 1);
    if (quoted === '' || quoted.includes('\n')) continue;
    parts.push(text.slice(from, index), sheltered(quoted));
    from = index + quoted.length;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/**
 * The text as the grammar reads it, every offset kept: half-width, simplified, with quotations and titles sealed
 * and with the pinyin that web pages leave behind characters blanked.
 */
export const readable = (text: string): string =>
  sealed(folded(text)).replace(/\([^\s()\d\u4e00-\u9fff%·]{1,8}\)/g, (blank) => ' '.repeat(blank.length));
