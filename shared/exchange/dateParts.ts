/** The first, middle or last month of a longer time. */
export type DatePart = 'begin' | 'middle' | 'end';

/** Words whose meaning is certain; "early", "late" and seasons say less, and stay text. */
const BEFORE: readonly (readonly [DatePart, RegExp])[] = [
  [
    'begin',
    /^(?:(?:the )?(?:beginning|start|begin) (?:of )?|anfang |beginn |début (?:de )?|debut (?:de )?|inicios? de |início de |comienzos? de |inizio |begin |primo |början av |starten av |начало )/i,
  ],
  [
    'middle',
    /^(?:mid[- ]|(?:the )?middle of |mitte |mi-|milieu |mediados de |meados de |metà |medio |midden |mitten av |midten av |середина )/i,
  ],
  [
    'end',
    /^(?:(?:the )?end (?:of )?|ende |fin (?:de )?|final de |fim de |fine |eind |einde |ultimo |slutet av |slutten av |koniec |конец )/i,
  ],
];
const BEHIND: readonly (readonly [DatePart, RegExp])[] = [
  ['begin', /\s*(?:初|年初|月初|初め|초)$/],
  ['middle', /\s*(?:中|中旬|年中)$/],
  ['end', /\s*(?:末|底|末まで|말)$/],
];

/** Takes `Ende 2025`, `fin mars 2025`, `end of Q2 2025`, `2025年底` apart; null where no such word stands there. */
export function partOfTime(text: string): { readonly part: DatePart; readonly rest: string } | null {
  if (!/[\d〇零一二三四五六七八九]/.test(text)) return null;
  for (const [part, words] of BEFORE) {
    const rest = text.replace(words, '');
    if (rest !== text) return { part, rest };
  }
  // 月中旬 and 年中 stand behind the sign of their month or year, which stays.
  for (const [part, words] of BEHIND) {
    const rest = text.replace(words, '');
    if (rest !== text && /[年月度期\d]$/.test(rest)) return { part, rest };
  }
  return null;
}
