import { describe, expect, test } from 'vitest';
import { toMajor, toMinor } from '../../../shared/text/format.ts';
import { failureOf, importText, recordsWith } from './helpers.ts';
import { lines } from './listCases.ts';

interface Register {
  readonly of: string;
  readonly text: string;
  readonly currency: string;
  readonly namedBy: string;
  readonly rows: readonly (readonly unknown[])[];
  readonly partners: readonly string[];
}

const registers: readonly Register[] = [
  {
    of: 'a hospital',
    text: lines(
      'Contract No.,Vendor,Start,End,Amount,Description of Services',
      'C-2023-014,Acme Consulting,2023-04-01,2025-03-31,"$480,000","Application maintenance, level 2 and 3"',
      'C-2023-027,Globex Corp,2023-07-01,2026-06-30,"$1,250,000",Data centre hosting and backup',
      'C-2024-019,Acme Consulting,2024-05-01,2026-04-30,"$310,000",Migration of the patient portal',
    ),
    currency: 'USD',
    namedBy: 'Description of Services',
    rows: [
      ['C-2023-014', 'Application maintenance, level 2 and 3', '2023-04-01', '2025-03-31', 480_000],
      ['C-2023-027', 'Data centre hosting and backup', '2023-07-01', '2026-06-30', 1_250_000],
      ['C-2024-019', 'Migration of the patient portal', '2024-05-01', '2026-04-30', 310_000],
    ],
    partners: ['Acme Consulting', 'Globex Corp'],
  },
  {
    of: 'a ministry in Spanish',
    text: lines(
      'N° contrato;Contratista;Objeto del contrato;Fecha inicio;Fecha fin;Valor del contrato',
      'CT-001-2024;Indra S.A.S.;Soporte del sistema de recaudo;15/01/2024;31/12/2024;850.000.000 COP',
      'CT-014-2024;Heinsohn S.A.;Ventanilla única virtual;01/03/2024;28/02/2025;1.240.500.000 COP',
    ),
    currency: 'COP',
    namedBy: 'Objeto del contrato',
    rows: [
      ['CT-001-2024', 'Soporte del sistema de recaudo', '2024-01-15', '2024-12-31', 850_000_000],
      ['CT-014-2024', 'Ventanilla única virtual', '2024-03-01', '2025-02-28', 1_240_500_000],
    ],
    partners: ['Indra S.A.S.', 'Heinsohn S.A.'],
  },
  {
    of: 'an insurer in German',
    text: lines(
      'Vertragsnummer;Lieferant;Beginn;Ende;Vertragswert;Leistungsbeschreibung',
      'V-4711;Capgemini Deutschland GmbH;01.01.2024;31.12.2026;1.450.000,00 €;Weiterentwicklung Bestandsführung',
      'V-4733;msg systems ag;01.07.2024;31.12.2025;620.500,50 €;Einführung Schadenportal',
    ),
    currency: 'EUR',
    namedBy: 'Leistungsbeschreibung',
    rows: [
      ['V-4711', 'Weiterentwicklung Bestandsführung', '2024-01-01', '2026-12-31', 1_450_000],
      ['V-4733', 'Einführung Schadenportal', '2024-07-01', '2025-12-31', 620_500.5],
    ],
    partners: ['Capgemini Deutschland GmbH', 'msg systems ag'],
  },
  {
    of: 'a Chinese bureau, with the days of the contracts',
    text: lines(
      '合同编号,供应商,合同内容,签订日期,到期日期,合同金额（元）,经办部门',
      'HT-2024-001,华为技术有限公司,政务云资源扩容服务,2024-03-01,2026-02-28,3200000,信息中心',
      'HT-2024-002,用友网络科技股份有限公司,财务系统运维服务,2024-05-15,2025-05-14,480000,财务处',
    ),
    currency: 'CNY',
    namedBy: '合同内容',
    rows: [
      ['HT-2024-001', '政务云资源扩容服务', '2024-03-01', '2026-02-28', 3_200_000],
      ['HT-2024-002', '财务系统运维服务', '2024-05-15', '2025-05-14', 480_000],
    ],
    partners: ['华为技术有限公司', '用友网络科技股份有限公司'],
  },
  {
    of: 'a council that says of every column that it is the contract’s',
    text: lines(
      'Contract Ref,Service Provider,Contract Start Date,Contract End Date,Contract Value,Contract Description',
      'PS-01,Acme Ltd,01/04/2024,31/03/2026,"£120,000",Helpdesk outsourcing',
      'PS-03,Beta plc,15/09/2024,31/08/2027,"£940,000",Network refresh',
    ),
    currency: 'GBP',
    namedBy: 'Contract Description',
    rows: [
      ['PS-01', 'Helpdesk outsourcing', '2024-04-01', '2026-03-31', 120_000],
      ['PS-03', 'Network refresh', '2024-09-15', '2027-08-31', 940_000],
    ],
    partners: ['Acme Ltd', 'Beta plc'],
  },
];

describe('a register of contracts without names', () => {
  test.each(registers)('of $of is called by what is bought, and says so', async (register) => {
    const list = await importText(register.text, {}, recordsWith({ currency: register.currency }));
    expect(
      list.initiatives.map(({ externalId, name, startDate, endDate, budget }) => [
        externalId,
        name,
        startDate,
        endDate,
        budget === null ? null : toMajor(budget, register.currency),
      ]),
    ).toEqual(register.rows);
    const sum = register.rows.reduce((total, row) => total + Number(row[4]), 0);
    expect(list.report.sums).toEqual({
      budget: toMinor(sum, register.currency),
      currency: register.currency,
    });
    expect((list.changes.add.partner ?? []).map(({ name }) => name)).toEqual(register.partners);
    expect(list.changes.add.engagement).toHaveLength(register.rows.length);
    expect(list.report.notes).toContainEqual({ what: 'namedBy', count: 1, examples: [register.namedBy] });
  });

  test.each(['Vendor', 'Company', 'Firma', 'Contratista', '乙方', '업체명'])(
    'is called by nothing where it only has the other party under "%s"',
    async (header) => {
      const text = lines(
        `${header},Start,End,Amount`,
        'Acme Consulting,2023-04-01,2025-03-31,480000',
        'Globex,2023-07-01,2026-06-30,1250000',
      );
      expect(await failureOf(importText(text))).toMatchObject({ code: 'no_name_column' });
    },
  );

  test('says nothing of names where a column has them', async () => {
    const list = await importText(
      lines('Contract No.,Contract Name,Vendor,Amount', 'C-1,Helpdesk,Acme,"$5"', 'C-2,Network,Beta,"$7"'),
    );
    expect(list.initiatives.map(({ name }) => name)).toEqual(['Helpdesk', 'Network']);
    expect((list.report.notes ?? []).map(({ what }) => what)).not.toContain('namedBy');
  });
});
