import { describe, expect, it } from 'vitest';
import {
  filterFindings,
  listedOrder,
  openMatters,
} from '../../../renderer/features/coverage/findingFilter.ts';
import { type Finding, scored } from '../../../shared/coverage/findings.ts';
import { recordsOf } from '../../helpers/records.ts';

const unmapped = (subject: string, money: number, importance: number): Finding =>
  scored<'UNMAPPED'>({
    ...{ type: 'UNMAPPED', subject, money, confidence: 0.5, importance, healthy: [], detail: null },
    evidence: { reason: '' },
  });
const collaboration = (subject: string, importance: number): Finding =>
  scored<'COLLABORATION'>({
    ...{ type: 'COLLABORATION', subject, money: 0, confidence: 1, importance, healthy: [], detail: null },
    evidence: { group: 'G', members: [], money: 0 },
  });

/** In rank order: what nobody rated has no score, and stands by its type among what has no money. */
const findings: readonly Finding[] = [
  unmapped('rated', 10, 5),
  unmapped('rated less', 10, 1),
  collaboration('together', 0),
  collaboration('rated together', 4),
  unmapped('unrated small', 7, 0),
  unmapped('no money', 0, 5),
  unmapped('unrated large', 600, 0),
];
const order = [
  'rated',
  'rated less',
  'unrated large',
  'unrated small',
  'together',
  'rated together',
  'no money',
];
const subjects = (listed: readonly Finding[]): readonly string[] => listed.map(({ subject }) => subject);

describe('a list of findings', () => {
  it('puts money whose importance nobody entered after what has a score, and before what has no money', () => {
    expect(subjects(listedOrder(findings))).toEqual(order);
    const all = { kind: 'all', show: 'all' } as const;
    expect(subjects(filterFindings(findings, all, recordsOf({})))).toEqual(order);
    expect(subjects(filterFindings(findings, { ...all, kind: 'UNMAPPED' }, recordsOf({})))).toEqual(
      order.filter((subject) => !subject.includes('together')),
    );
  });

  it('asks for nothing where people said that they work together', () => {
    expect(subjects(openMatters(findings))).toEqual(order.filter((subject) => !subject.includes('together')));
  });
});
