import { z } from 'zod';
import { EXCHANGE_FORMAT, EXCHANGE_VERSION, exchangeSchema } from '../../shared/exchange/json.ts';

/** The JSON Schema of the exchange format as text, as it is published in `portfolio-vN.schema.json`. */
export function publishedSchema(): string {
  const schema = z.toJSONSchema(exchangeSchema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
  });
  const { $schema, ...rest } = schema;
  const titled = {
    $schema,
    title: `${EXCHANGE_FORMAT}, version ${EXCHANGE_VERSION}`,
    description:
      'A whole Throughline portfolio. Money is in minor units of the portfolio’s currency, dates are YYYY-MM-DD, null is "not known". Beyond this schema, every id is unique in its table and every reference names a record of the document.',
    ...rest,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
