import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { type Template, type TemplateNode, templateSchema } from '../../shared/planning/template.ts';

/**
 * Makes `brm-v3.1.json` from the service codes of the Business Reference Model (US Office of Management and Budget,
 * 2013, a work of the US Government). The list has no levels of its own: its codes are grouped by their hundreds,
 * and each group is named after the first and the last code in it.
 */
export function makeBrmTemplate(csv: string): Template {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  const groups = new Map<number, TemplateNode[]>();
  for (const [code = '', name = '', description = ''] of data) {
    if (!/^\d{3}$/.test(code.trim())) continue;
    const hundred = Math.floor(Number(code) / 100);
    // One cell of the source carries a note to the definition behind its name.
    const [own = '', note = ''] = name.split(/\s+(?=Note:)/);
    const definition = tidy(`${description} ${note}`);
    const node: TemplateNode = {
      code: code.trim(),
      name: { en: tidy(own) },
      description: definition === '' ? null : { en: definition },
      children: [],
    };
    groups.set(hundred, [...(groups.get(hundred) ?? []), node]);
  }
  const capabilities = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, children]): TemplateNode => {
      const range = `${children[0]?.code}–${children.at(-1)?.code}`;
      return {
        code: `BRM ${range}`,
        name: { en: `Services ${range}`, 'zh-CN': `服务 ${range}` },
        description: null,
        children,
      };
    });
  return templateSchema.parse({
    id: 'brm',
    source: `Federal Enterprise Architecture, Business Reference Model v3.1, service codes (US Government work). ${data[0]?.[0]?.trim()}`,
    capabilities,
  });
}

/** The source's cells hold hard spaces, double spaces and broken lines from the document they were taken from. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\u2010', '-')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

if (import.meta.main) {
  const template = makeBrmTemplate(readFileSync(here('./source/brm-v3.1-service-codes.csv'), 'utf8'));
  writeFileSync(here('./brm-v3.1.json'), `${JSON.stringify(template, null, 2)}\n`);
}
