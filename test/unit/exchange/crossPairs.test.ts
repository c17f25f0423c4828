import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildGramVectors, createCosines } from '../../../shared/coverage/gramVectors.ts';
import { crossPairs } from '../../../shared/exchange/records/crossPairs.ts';
import { runSteps } from '../../../shared/steps.ts';

const name = fc
  .array(fc.constantFrom('portal', 'claims', 'data', '客户', '平台'), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));

it('cosines across two lists are those of comparing each text with each, also where texts repeat', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(3), { minLength: 2, maxLength: 30 }),
      fc.nat(30),
      fc.constantFrom(0, 0.2, 0.5, 1),
      (templates, picked, at, threshold) => {
        const texts = picked.map((which) => ({ name: templates[which % templates.length]! }));
        const split = at % texts.length;
        const { between } = createCosines(buildGramVectors(texts));
        const plain = texts.slice(0, split).flatMap((_, a) =>
          texts.slice(split).flatMap((__, k) => {
            const similarity = between(a, split + k);
            return similarity >= threshold * (1 - 1e-12)
              ? [[a * texts.length + split + k, similarity] as const]
              : [];
          }),
        );
        expect([...runSteps(crossPairs(texts, split, threshold))]).toEqual(plain);
        found += plain.length;
      },
    ),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(1000);
});
