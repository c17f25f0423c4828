import { HIDDEN_AMOUNT } from '../text/format.ts';

/*
 * An amount is what is written with money beside it: a currency, or a scale such as "million" or 万 where the sentence
 * speaks of money and no thing is counted. Numbers of people, days, records and years stay.
 */

const digit = String.raw`[\d０-９]`;
/** Digits with any of the marks that divide them: `1,200.50`, `1 200 000`, `1'200`, `１２０`; no longer than numbers are. */
const number = String.raw`[-−+]?(?:\d{1,3}(?:[ '’]\d{3}){1,8}(?:[.,]\d{1,9})?|${digit}[\d０-９.,．，\u00a0\u202f]{0,40}${digit}|${digit})`;
const largeScale = '(?:mn|mio|mrd|bn|tn|thousand|million|billion|trillion|lakh|crore)';
const englishScale = `(?:[kmbt]|${largeScale})(?![A-Za-z])`;
const chineseScale = '[十百千]?[万亿][多余]?|[百千](?=元|美元|欧元)';
const someScale = String.raw`\s?-?(?:${englishScale}|${chineseScale})`;
const scale = `(?:${someScale})?`;
const sign = String.raw`(?:US\$|(?:CN|JP)¥|HK\$|[A-Z]{0,2}\$|[$€£¥₹￥＄￡]|\b(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|CAD|AUD|INR|HKD)\s?)`;
const unit = String.raw`\s?(?:€|£|元(?!素)|人民币|美元|欧元|英镑|日元|港[币元]|块钱|(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|CAD|AUD|INR|HKD|dollars?|euros?|yuan|renminbi|pounds?|yen|rupees?|francs?)\b)`;
const to = String.raw`\s?(?:[-–—~～至到]|to\b|and\b)\s?`;

/** The other end of a span: after a dash any number, after a word one with a currency or a scale of its own. */
const other = String.raw`(?:\s?[-–—~～]\s?${number}${scale}(?:${unit})?(?!\s?[%％]|-\d)|${to}(?:${sign}\s?${number}${scale}|${number}(?:${someScale}(?:${unit})?|${unit})))`;

/** An amount beside its currency, and both ends of a span of amounts. */
const marked = new RegExp(
  String.raw`[-−+]?${sign}\s?${number}${scale}(?:${unit})?${other}?` +
    `|(?:${number}${scale}${to})?${number}${scale}${unit}`,
  'gi',
);

const word =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|hundred|thousand|million|billion|trillion|an?|and)';
/** Numbers in words before a currency; of Chinese ones those with a scale, as 单元 and 二元 are no money. */
const spelled = new RegExp(
  String.raw`\b${word}(?:[\s-]+${word}){0,12}[\s-]+(?:dollars|euros|yuan|pounds sterling|renminbi|rupees|francs)\b` +
    '|[一二三四五六七八九十百千万亿两〇零半几数]{0,20}[十百千万亿][多余]?(?:元(?![素化件旦])|人民币|美元|欧元|英镑|日元|港[币元])',
  'gi',
);

const money =
  '(?:budget(?:s|ed)?|cost(?:s|ed|ing)?|spen(?:d|ds|ding|t)|overspen[dt]|underspen[dt]|price[sd]?|sav(?:e|es|ed|ing|ings)|fund(?:s|ed|ing)?|invest(?:s|ed|ment|ments|ing)?|revenues?|profits?|loss(?:es)?|fees?|paid|pay(?:s|ing|ment|ments)?|worth|expenses?|capex|opex|overrun|invoice[sd]?|grants?|tranches?|turnover|income|cash|money|financ(?:e|es|ed|ing))';
const chineseMoney =
  '预算|成本|费用|花费|花了|支出|投资|投入|资金|金额|收入|营收|利润|亏损|节省|节约|拨款|经费|造价|合同额|超支|耗资|斥资|报价|采购';
const ofMoney = new RegExp(String.raw`\b${money}\b|${chineseMoney}`, 'i');
/** Right before a number: "budget of about", 预算：. */
const moneyBefore = new RegExp(
  String.raw`(?:\b${money}\b(?:\s+(?:is|was|are|were|of|at|by|about|around|roughly|some|only|nearly|over|under|to|from|up|approximately|limit|figure)){0,3}|(?:${chineseMoney})(?:额|为|约|共|达|是|了|需|近|超过){0,3})\s?[:：=≈~]?\s?$`,
  'i',
);
const moneyAfter =
  /^\s?(?:over|under|above|below|within|of|off)\s+(?:the\s+|its\s+|our\s+)?(?:budget|cost|costs|funding|savings|spend|spending|investment|revenue)\b/i;

/** Words that do not name a thing that is counted. */
const noThing =
  /^(?:over|under|above|below|more|less|extra|per|a|an|the|of|in|for|on|to|by|from|and|or|but|than|is|was|were|are|will|this|that|each|every|with|within|at|as|since|until|because|while|so|too|already|now|last|next|yearly|annually|monthly|spent|saved|lost|paid|budgeted|approved|overspent|left|short|better|worse|budget|cost|costs|savings|funding|overrun)\b/i;
const chineseThing =
  /^\s?[多余几]?(?:人|名|户|条|次|个|台|套|件|笔|家|项|份|位|张|行|页|种|辆|天|日|年|月|小时|工时|门|字|封|单|座|处|亩|平|米|公里|吨|例|点|分|秒|用户|客户|居民|记录|数据|交易|订单)/;
const scaled = new RegExp(
  String.raw`(?:${number}(?:\s?(?:${englishScale}))?${to})?${number}\s?-?(?:(${englishScale})|(${chineseScale}))`,
  'gi',
);
/** Never lengths, times or counts by themselves. */
const financial = /^(?:mn|mio|mrd|bn|tn|lakh|crore)$/i;
const short = /^[kmbt]$/i;
/** So large, or with marks between its thousands, that it is no year. */
const large = /(?<![\w.,])(?:\d{1,3}(?:[,'’ ]\d{3}){1,8}(?:\.\d{1,9})?|\d{5,40}(?:\.\d{1,9})?)(?![\w%％])/g;

const roughly = String.raw`(?:(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|some|nearly|almost|over|under|up to|at least|at most|less than|more than|max\.?|min\.?|大约|大概|将近|不超过|超过|至少|最多|约|近|[~≈<>≤≥])\s?)`;
const inAll = String.raw`(?:\s?(?:in total|in all|altogether|(?:a|per|each) (?:year|month)|yearly|annually|monthly|p\.\s?a\.|左右|上下|以内|以上|每年|每月|[/一]年))`;
/** A number with a scale and nothing that it counts, as the whole of a text. */
const alone = new RegExp(
  String.raw`^\s*${roughly}{0,2}(?:${number}${scale}${to})?${number}\s?-?(?:${largeScale}|${chineseScale})${inAll}{0,2}[.。]?\s*$` +
    String.raw`|^\s*${roughly}{1,2}(?:${number}${scale}${to})?${number}\s?[km]${inAll}{0,2}\.?\s*$`,
  'i',
);
/** The same with nothing but a letter; one digit and a capital is a name: 3M, 4K. */
const aloneShort = new RegExp(
  String.raw`^\s*(?:${number}[km]|${number}[.,]${digit}{1,2}\s?[KM]|${digit}{2,4}\s?[KM])${inAll}{0,2}\.?\s*$`,
);

/** The text with every amount of money in it made unreadable, as far as its words say that it is one. */
export function withoutAmounts(text: string): string {
  if (alone.test(text) || aloneShort.test(text)) return text.replace(scaled, HIDDEN_AMOUNT);
  const unmarked = anyDigit.test(text) ? text.replace(marked, HIDDEN_AMOUNT) : text;
  const unspelled = spellsAmount.test(unmarked) ? unmarked.replace(spelled, HIDDEN_AMOUNT) : unmarked;
  return anyDigit.test(unspelled)
    ? unspelled.replace(scaled, hideScaled).replace(large, hideLarge)
    : unspelled;
}

const anyDigit = /[\d０-９]/;
const spellsAmount =
  /[十百千万亿]|hundred|thousand|million|billion|dollars|euros|yuan|pounds|rupees|francs|renminbi/i;

/** Where a sentence or a clause with a meaning of its own ends; a point inside a number is none. */
const ends = /[;；。！？!?\n]|\.(?=\s|$)/;

/** Letters before and after a number that decide what it counts. */
const NEAR = 200;
const around = (found: string, at: number, whole: string): readonly [string, string] => [
  whole.slice(Math.max(0, at - NEAR), at),
  whole.slice(at + found.length, at + found.length + NEAR),
];

/** Whether a thing that is counted follows: "users", 条. */
function countsThings(after: string): boolean {
  const next = /^\s+[A-Za-z]/.test(after) ? after.trimStart() : null;
  return (next !== null && !noThing.test(next)) || chineseThing.test(after);
}

function hideScaled(
  found: string,
  english: string | undefined,
  _chinese: string | undefined,
  at: number,
  whole: string,
): string {
  const [before, after] = around(found, at, whole);
  const clause = `${before.split(ends).at(-1)}${found}${after.split(ends)[0]}`;
  if (english === undefined) return ofMoney.test(clause) && !chineseThing.test(after) ? HIDDEN_AMOUNT : found;
  if (short.test(english)) return moneyBefore.test(before) || moneyAfter.test(after) ? HIDDEN_AMOUNT : found;
  if (countsThings(after)) return found;
  return financial.test(english) || ofMoney.test(clause) ? HIDDEN_AMOUNT : found;
}

function hideLarge(found: string, at: number, whole: string): string {
  const [before, after] = around(found, at, whole);
  return moneyAfter.test(after) || (moneyBefore.test(before) && !countsThings(after)) ? HIDDEN_AMOUNT : found;
}
