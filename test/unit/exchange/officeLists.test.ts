import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of Spanish tenders: called by what is bought, not by the tax numbers of who won',
    currency: 'EUR',
    text: lines(
      'Expediente;Objeto del Contrato;Órgano de Contratación;Presupuesto base sin impuestos;Adjudicatario;NIF',
      'EXP/2023/001;Portal ciudadano;Ayuntamiento;1.000.000,41 €;INDRA SOLUCIONES, S.L.U.;B88018098',
      'EXP/2023/002;Licencias ofimáticas;Diputación;500.000 €;UTE ALFA-BETA;U12345678',
      'EXP/2023/003;Servidores;Diputación;90.000,00 €;;',
    ),
    fields: ['name', 'externalId', 'owner', 'budget'],
    rows: [
      ['Portal ciudadano', 'EXP/2023/001', 'Ayuntamiento', 1_000_000.41],
      ['Licencias ofimáticas', 'EXP/2023/002', 'Diputación', 500_000],
      ['Servidores', 'EXP/2023/003', 'Diputación', 90_000],
    ],
  },
  {
    list: 'of Italian projects with a code: called by what they are, not by their state or sector',
    text: lines(
      'CODICE_CUP|DESCRIZIONE_CUP|SOGGETTO_TITOLARE|STATO_PROGETTO|COSTO_PROGETTO|SETTORE',
      'B11C22001234006|Migrazione al cloud|COMUNE DI BRESCIA|ATTIVO|252118,00|INFRASTRUTTURE',
      'C41F22000990006|Esperienza del cittadino|COMUNE DI LECCE|CHIUSO|328160,50|SERVIZI',
      'D91J23000010001|pagoPA|COMUNE DI ENNA|REVOCATO|16.270,00|SERVIZI',
    ),
    fields: ['name', 'externalId', 'owner', 'budget', 'status'],
    rows: [
      ['Migrazione al cloud', 'B11C22001234006', 'COMUNE DI BRESCIA', 252_118, null],
      ['Esperienza del cittadino', 'C41F22000990006', 'COMUNE DI LECCE', 328_160.5, 'CHIUSO'],
      ['pagoPA', 'D91J23000010001', 'COMUNE DI ENNA', 16_270, 'REVOCATO'],
    ],
  },
  {
    list: 'of a service desk: the class of a row is no name',
    text: lines(
      'number,short_description,state,project_manager,start_date,budget_cost,sys_class_name',
      'PRJ0010005,ERP consolidation,Work in Progress,Abel Tuter,2023-01-09 08:00:00,"US$1,300,000.00",Project',
      'PRJ0010007,Wi-Fi refresh,Pending,Beth Anglin,2024-02-01 08:00:00,US$0.00,Project',
    ),
    fields: ['name', 'externalId', 'stage', 'startDate', 'budget'],
    rows: [
      ['ERP consolidation', 'PRJ0010005', 'active', '2023-01-09', 1_300_000],
      ['Wi-Fi refresh', 'PRJ0010007', 'planned', '2024-02-01', 0],
    ],
  },
  {
    list: 'of a portfolio suite: a step of the life cycle is no name',
    text: lines(
      'Work ID,Work Description,Work Status,Lifecycle Step,Scheduled Start,Total Approved Funding (USD)',
      '10234,Claims portal,Open,Execute,4/1/2024,"1,200,000"',
      '10240,Payment hub,Open,Plan,6/13/2024,"800,000"',
      '10188,Data archive,Closed,Closed,1/9/2023,"90,000"',
    ),
    fields: ['name', 'stage', 'startDate', 'budget'],
    rows: [
      ['Claims portal', 'active', '2024-04-01', 1_200_000],
      ['Payment hub', 'active', '2024-06-13', 800_000],
      ['Data archive', 'done', '2023-01-09', 90_000],
    ],
  },
  {
    list: 'of space technology: a mission directorate says nothing of what a project is',
    text: lines(
      'Project ID,Project Title,Status,Start Date,End Date,Responsible Mission Directorate',
      '93820,Deep space optics,Active,10/01/2017,09/30/2026,Space Technology Mission Directorate (STMD)',
      '10623,Solar propulsion,Completed,10/01/2011,09/30/2022,Science Mission Directorate (SMD)',
    ),
    fields: ['name', 'description', 'stage', 'endDate'],
    rows: [
      ['Deep space optics', '', 'active', '2026-09-30'],
      ['Solar propulsion', '', 'done', '2022-09-30'],
    ],
  },
  {
    list: 'of Indian infrastructure: what is anticipated now rather than what was once revised',
    currency: 'INR',
    text: lines(
      'Name of the Project,Original Cost (Rs. in crore),Anticipated Cost (Rs. in crore),Original Date of Commissioning,Revised Date of Commissioning,Anticipated Date of Commissioning',
      'Fertilizer,5254.28,6120.50,06/2018,-,12/2022',
      'Refinery,"29,777.00","34,555.00",11/2012,03/2016,03/2023',
      'New line,100.00,N.A.,N.A.,N.A.,N.A.',
    ),
    fields: ['name', 'endDate', 'budget'],
    rows: [
      ['Fertilizer', '2022-12-31', 61_205_000_000],
      ['Refinery', '2023-03-31', 345_550_000_000],
      ['New line', null, null],
    ],
  },
  {
    list: 'of federal projects: a cost over the life is in the millions of the planned one beside it',
    text: lines(
      'Project ID,Project Name,Lifecycle Cost,Planned Cost ($ M),Projected/Actual Cost ($ M)',
      '2301,Data centers,12.500,6.250,6.500',
      '2302,Web,3.100,3.100,3.100',
      '2303,Ground system,140.000,140.000,133.750',
    ),
    fields: ['name', 'budget'],
    rows: [
      ['Data centers', 12_500_000],
      ['Web', 3_100_000],
      ['Ground system', 140_000_000],
    ],
  },
  {
    list: 'of a German tracker: called by its subjects, below the projects that share them',
    currency: 'EUR',
    text: lines(
      '#;Projekt;Status;Thema;Zugewiesen an;Beginn;Abgabedatum;Budget (T€)',
      '412;Digitalisierung;In Bearbeitung;E-Akte;Anna Groß;03.02.2025;19.12.2025;1.250,5',
      '413;Digitalisierung;Neu;Schnittstelle DMS;;01.04.2025;30.09.2025;80',
      '420;Infrastruktur;Gelöst;WLAN Schulen;Jörg Müller;15.01.2024;31.08.2024;640',
    ),
    fields: ['name', 'owner', 'endDate', 'budget'],
    rows: [
      ['E-Akte', 'Anna Groß', '2025-12-19', 1_250_500],
      ['Schnittstelle DMS', null, '2025-09-30', 80_000],
      ['WLAN Schulen', 'Jörg Müller', '2024-08-31', 640_000],
    ],
  },
  {
    list: 'of Danish ministries: what is expected in all rather than what was budgeted first',
    currency: 'DKK',
    text: lines(
      'Projektnavn;Myndighed;Oprindeligt budget (mio. kr.);Forventede samlede udgifter (mio. kr.);Oprindelig slutdato;Forventet slutdato',
      'Ejendomsvurdering;Skat;1.200,5;3.100,0;31-12-2019;30-06-2026',
      'POLSAS;Politi;240;251,5;01-09-2027;01-12-2027',
    ),
    fields: ['name', 'budget', 'endDate'],
    rows: [
      ['Ejendomsvurdering', 3_100_000_000, '2026-06-30'],
      ['POLSAS', 251_500_000, '2027-12-01'],
    ],
  },
];

describe('a list as an office exports it', () => {
  test.each(cases)('$list', expectList);

  test.each([
    [
      'in a unit of account',
      'Project,Approval date,Commitment\nDigital ID,2023-05-01,U.A. 12.5 million\nGrid,2022-04-01,"UA 40,000,000"\n',
      ['Commitment'],
    ],
    [
      'whose unit is said above',
      '(Dollars in Millions)\nProgram,Current Estimate\nAMPV,"11,233.5"\nCVN,"36,082.2"\n',
      ['Current Estimate'],
    ],
  ])('amounts %s that fill nothing are said', async (_, text, examples) => {
    const { report } = await importText(text);
    expect(report.notes).toContainEqual({ what: 'moneyLeft', count: 1, examples });
  });
});
