import { writeFileSync } from 'node:fs';
import { publishedSchema } from './publishedSchema.ts';

/** Writes the published JSON Schema: `npm run schema`. */
writeFileSync(new URL('portfolio-v1.schema.json', import.meta.url), publishedSchema());
