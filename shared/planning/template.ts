import { z } from 'zod';
import type { Change } from '../contract/changes.ts';
import { newCapability } from '../domain/defaults.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { capabilityOf, childrenOf } from './capabilityTree.ts';
import { type NewId, type Planned, put, refuse } from './planned.ts';

/** A text in each language of the interface; a source that exists in English only says so with `en` alone. */
const wordsSchema = z.strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1).optional() });

const templateNode = z.strictObject({
  code: z.string().min(1).nullable(),
  name: wordsSchema,
  description: wordsSchema.nullable(),
  get children() {
    return z.array(templateNode);
  },
});

/** A ready-made capability tree. */
export const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Where it comes from, and under which licence. */
  source: z.string(),
  capabilities: z.array(templateNode),
});
export type TemplateNode = Readonly<z.infer<typeof templateNode>>;
export type Template = Readonly<z.infer<typeof templateSchema>>;

/** How many capabilities a template has, those below included. */
export const templateSize = (nodes: readonly TemplateNode[]): number =>
  nodes.reduce((sum, { children }) => sum + 1 + templateSize(children), 0);

/**
 * Adds a template's tree after the last child of a parent (null: the top), in the given language where the template
 * has it. A branch whose code is already used among the capabilities keeps its place there: what is missing under it
 * is added, so that a template taken twice adds nothing.
 */
export function insertTemplate(
  records: PortfolioRecords,
  template: Template,
  language: 'en' | 'zh-CN',
  parentId: string | null,
  newId: NewId,
): Planned<{ readonly count: number; readonly first: string }> {
  if (parentId !== null && !capabilityOf(records, parentId)) return refuse('missing');
  const byCode = new Map<string, string>();
  for (const { id, code } of Object.values(records.capability)) if (code !== null) byCode.set(code, id);
  const changes: Change[] = [];
  let first = '';
  const insert = (nodes: readonly TemplateNode[], under: string | null): void => {
    let position = childrenOf(records, under).length;
    for (const node of nodes) {
      const known = node.code === null ? undefined : byCode.get(node.code);
      if (known !== undefined) {
        insert(node.children, known);
        continue;
      }
      const id = newId();
      const record = {
        ...newCapability(id, node.name[language] ?? node.name.en, under),
        position,
        code: node.code,
        description: node.description?.[language] ?? node.description?.en ?? '',
      };
      position += 1;
      first ||= id;
      changes.push(put('capability', record));
      insert(node.children, id);
    }
  };
  insert(template.capabilities, parentId);
  return changes.length === 0 ? refuse('nothingNew') : { ok: true, changes, count: changes.length, first };
}
