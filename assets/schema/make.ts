import { writeFileSync } from 'node:fs';
import { EXCHANGE_VERSION } from '../../shared/exchange/json.ts';
import { publishedAnalysisSchema } from './publishedAnalysisSchema.ts';
import { publishedSchema } from './publishedSchema.ts';

/** Writes the published JSON Schema of the newest version: `npm run schema`. Those of earlier versions stay as they are. */
writeFileSync(new URL(`portfolio-v${EXCHANGE_VERSION}.schema.json`, import.meta.url), publishedSchema());
writeFileSync(new URL('analysis-v1.schema.json', import.meta.url), publishedAnalysisSchema());
