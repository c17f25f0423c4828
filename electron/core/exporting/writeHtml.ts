import { createHash } from 'node:crypto';
import type { PageSize } from '../../../shared/report/options.ts';
import type { Report, ReportPage, ThemeColors } from '../../../shared/report/page.ts';
import type { Language } from '../../../shared/text/area.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { htmlScript } from './htmlScript.ts';
import { htmlTable, numbersToTheRight } from './htmlTable.ts';
import { xmlText } from './xml.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What a page is printed on; a wide screen has no paper of its own. */
const paper: Readonly<Record<PageSize, string>> = {
  '16:9': 'landscape',
  a4: 'A4 landscape',
  a3: 'A3 landscape',
  letter: 'letter landscape',
};

/** Colours as custom properties, so that a drawing can follow the theme of the page that it stands in. */
const tokens = (colors: ThemeColors): string =>
  Object.entries(colors)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

const style = ({ font, colors, options, other, pages }: Report): string => `
@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${font}) format('woff2')}
:root{${tokens(colors)};color-scheme:${options.theme === 'light' ? 'light' : 'dark'}}
:root[data-theme="${other.theme}"]{${tokens(other.colors)};color-scheme:${other.theme === 'light' ? 'light' : 'dark'}}
*{box-sizing:border-box}
body{--font:'Inter Variable',Inter,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',system-ui,sans-serif;margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 var(--font)}
header,main,footer{max-width:1240px;margin:0 auto;padding:0 28px}
header{padding-top:36px;display:flex;gap:16px;align-items:start;justify-content:space-between}
h1{font-size:30px;line-height:1.2;margin:0 0 6px}
h2{font-size:21px;line-height:1.3;margin:0 0 4px}
p{margin:0 0 12px;color:var(--ink-2)}
nav ol{columns:2;column-gap:56px;margin:12px 0 0;padding-left:26px}
nav li{break-inside:avoid}
a{color:var(--product-ink)}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:24px;margin:24px 0}
.scroll{overflow-x:auto}
figure svg{display:block;width:100%;height:auto}
figure{margin:12px 0}
figure svg+svg{margin-top:10px}
svg text{font-variant-numeric:tabular-nums}
details{margin-top:14px}
.foot{margin:14px 0 0;color:var(--ink-3);font-size:12px}
summary{cursor:pointer;color:var(--ink-2)}
table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--ink-2);padding:6px 0}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:6px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
${numbersToTheRight(pages.flatMap(({ table }) => table ?? []))}
.more button{font:inherit;color:var(--product-ink);background:none;border:0;padding:0;text-decoration:underline;cursor:pointer}
@media (scripting:none){.more,#theme{display:none}}
th button{all:unset;cursor:pointer;font-weight:600;color:var(--ink-2)}
th button:focus-visible,.more button:focus-visible,.scroll:focus-visible,a:focus-visible,summary:focus-visible,#theme:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
th[aria-sort=ascending] button::after{content:' ↑'}
th[aria-sort=descending] button::after{content:' ↓'}
#theme{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line-strong);border-radius:8px;padding:6px 12px;cursor:pointer;white-space:nowrap}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:12px;background:var(--card);padding:6px 12px}
footer{padding-bottom:40px;color:var(--ink-3);font-size:13px}
@media (max-width:760px){header,main,footer{padding:0 14px}header{padding-top:20px}h1{font-size:24px}h2{font-size:18px}nav ol{columns:1}section{padding:16px 14px;margin:14px 0}figure svg{min-width:760px}td,th{min-width:72px}}
@page{size:${paper[options.pageSize]};margin:12mm}
@media print{:root[data-theme]{${tokens(options.theme === 'light' ? colors : other.colors)};color-scheme:light}body{background:none}section{break-inside:avoid;border:0;padding:0}section:has(>div.scroll){break-inside:auto}section+section{break-before:page}tr,h2{break-inside:avoid}h2{break-after:avoid}.scroll{overflow:visible}#theme,nav,details,.skip,.more button{display:none}th button{display:contents}}
`;

/**
 * A report as one web page that needs nothing else: drawings that follow the theme, tables that sort, and a policy
 * that forbids every request.
 */
export function writeHtml(report: Report): string {
  const words = reports[report.options.language];
  const css = style(report);
  const policy = `default-src 'none'; style-src ${hash(css)}; script-src ${hash(htmlScript)}; font-src data:; base-uri 'none'; form-action 'none'`;
  const { language, theme } = report.options;
  // A table stands whole on its first page; its further pages would only repeat it.
  const pages = report.pages.filter(({ continued }) => !continued);
  const contents = pages
    .map((page, at) => `<li><a href="#page-${at + 1}">${xmlText(page.title)}</a></li>`)
    .join('');
  const sections = pages.map((page, at) => sectionOf(page, at + 1, language)).join('\n');
  return `<!doctype html>
<html lang="${language}" data-theme="${theme}" data-first="${theme}" data-other="${report.other.theme}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="Throughline">
<title>${xmlText(report.portfolio)}</title><style>${css}</style></head>
<body><a class="skip" href="#contents">${xmlText(words['html.skip'])}</a>
<header><div><h1>${xmlText(report.portfolio)}</h1><p>${xmlText(report.footer)}</p></div>
<button id="theme" type="button">${xmlText(words['html.theme'])}</button></header>
<main><nav id="contents" aria-label="${xmlText(words['html.contents'])}"><ol>${contents}</ol></nav>
${sections}</main>
<footer>${xmlText(report.footer)}</footer>
<script>${htmlScript}</script></body></html>
`;
}

function sectionOf(page: ReportPage, number: number, language: Language): string {
  const { picture, legend } = page;
  const figure = picture
    ? `<figure class="scroll" tabindex="0" aria-label="${xmlText(page.name)}">${unique(picture.svg, `d${number}`)}${legend ? unique(legend.svg, `l${number}`) : ''}</figure>`
    : '';
  const table = page.table ? htmlTable(page.table, page.title, language) : '';
  const said = page.placedTable ? page.lead : page.subtitle;
  return `<section id="page-${number}"><h2>${xmlText(page.title)}</h2>${said === '' ? '' : `<p>${xmlText(said)}</p>`}
${figure}${picture && table !== '' ? `<details><summary>${xmlText(reports[language]['html.figures'])}</summary>${table}</details>` : table}
<p class="foot">${xmlText(page.footer)}</p></section>`;
}

/** Names of textures and clips must differ between the drawings of one document. */
function unique(svg: string, mark: string): string {
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${mark}-${id}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${mark}-${id})`);
}
