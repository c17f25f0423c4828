import { type Template, templateSchema } from '../../../shared/planning/template.ts';

export const templateIds = ['generic', 'brm'] as const;
export type TemplateId = (typeof templateIds)[number];

/** How many capabilities each has, known without loading it; a test holds them to the files. */
export const templateSizes: Readonly<Record<TemplateId, number>> = { generic: 48, brm: 213 };

/** Loads a template; it comes with the page, in a part of its own. */
export async function loadTemplate(id: TemplateId): Promise<Template> {
  const { default: raw } =
    id === 'generic'
      ? await import('../../../assets/templates/generic.json')
      : await import('../../../assets/templates/brm-v3.1.json');
  return templateSchema.parse(raw);
}
