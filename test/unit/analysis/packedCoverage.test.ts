import { describe, expect, it } from 'vitest';
import { type PortfolioCoverage, wholeCoverageSteps } from '../../../renderer/analysis/jobs.ts';
import { packCoverage, unpackCoverage } from '../../../renderer/analysis/packedCoverage.ts';
import { runSteps } from '../../../shared/steps.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

const coverageOf = (initiatives: number): PortfolioCoverage =>
  runSteps(wholeCoverageSteps(syntheticRecords({ initiatives, capabilities: 12, seed: 5 })));

describe('a packed coverage', () => {
  it('comes out of a message as it went in, every pair with its parts', () => {
    const coverage = coverageOf(120);
    const pairs = coverage.analysis.findings.flatMap((finding) =>
      finding.type === 'OVERLAP' ? finding.evidence.pairs : [],
    );
    expect(pairs.length).toBeGreaterThan(100);
    expect(unpackCoverage(structuredClone(packCoverage(coverage)))).toEqual(coverage);
  });

  it('carries a portfolio without overlaps', () => {
    const coverage = coverageOf(1);
    expect(unpackCoverage(structuredClone(packCoverage(coverage)))).toEqual(coverage);
  });

  it('makes the pairs of a finding once, and they stay in copies of it', () => {
    const { analysis } = unpackCoverage(packCoverage(coverageOf(60)));
    const finding = analysis.findings.find(({ type }) => type === 'OVERLAP');
    if (finding?.type !== 'OVERLAP') throw new Error('no overlap');
    expect(finding.evidence.pairs).toBe(finding.evidence.pairs);
    expect({ ...finding.evidence }.pairs).toBe(finding.evidence.pairs);
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
  });
});
