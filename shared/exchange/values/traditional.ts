/**
 * Traditional characters that stand in names of columns and in words for stages, each with its simplified one: enough to
 * recognise those words, too few to translate a text, which is never done.
 */
const PAIRS =
  '燈灯稱称負负責责開开結结預预萬万億亿狀状態态應应項项專专編编號号說说業业務务階阶類类進进計计劃划規规時时間间總总額额費费實实際际單单構构門门團团隊队達达標标題题評评級级優优關关鍵键據据廠厂夥伙組组織织線线確确認认執执營营運运終终暫暂擱搁審审覽览準准備备啟启動动幣币價价値值數数電电訊讯資资產产體体經经複复雜杂戶户領领層层機机會会發发設设與与為为內内續续約约還还無无辦办畫画後后訂订擔担撥拨';

const simplified = new Map<string, string>();
for (let at = 0; at + 1 < PAIRS.length; at += 2) simplified.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));
const TRADITIONAL = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g');

/** Whether a text has a character that only traditional Chinese has, of those known here. */
export const isTraditional = (text: string): boolean => text.search(TRADITIONAL) !== -1;

/** The words of Taiwan and Hong Kong that differ in more than their characters. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/专案/g, '项目'],
  [/资讯/g, '信息'],
  [/结案/g, '结项'],
];

/** A name of a column or a word for a stage in simplified characters; other texts are left as they are. */
export function toSimplified(text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text)) return text;
  const plain = text.replace(TRADITIONAL, (sign) => simplified.get(sign) ?? sign);
  return WORDS.reduce((said, [from, to]) => said.replace(from, to), plain);
}
