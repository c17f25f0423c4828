/**
 * The evidence table of MODEL.md section 1 as data, so that every default can show where it comes from. What a row says
 * and what follows for the model are sentences: they stand in the catalogue of the same name, in both languages.
 */

/** M mathematics, A large or replicated, B one solid study, C survey or small sample, D rule of thumb. */
export type EvidenceStrength = 'M' | 'A' | 'B' | 'C' | 'D' | 'conflict';
/** What a row offers when it is not a measurement. */
export type EvidenceKind = EvidenceStrength | 'definition' | 'criticism' | 'method' | 'expert' | 'norm';
/** L looked up, K background knowledge that nobody verified. */
export type EvidenceAccess = 'L' | 'K' | 'L, K';

/** What a row is about; its word is in the catalogue. */
export type EvidenceTopic =
  | 'batchAndQuality'
  | 'batchSize'
  | 'chineseText'
  | 'comprehension'
  | 'concentration'
  | 'costOfDelay'
  | 'critics'
  | 'dedication'
  | 'delivery'
  | 'escapedDefects'
  | 'extraFeatures'
  | 'familiarity'
  | 'feedback'
  | 'flowEfficiency'
  | 'flowMetrics'
  | 'forgetting'
  | 'generator'
  | 'handoffs'
  | 'inventory'
  | 'lateDefects'
  | 'operatingModel'
  | 'organisationalForgetting'
  | 'overruns'
  | 'productMode'
  | 'queues'
  | 'rampUp'
  | 'requirementChurn'
  | 'similarityJoin'
  | 'stagedFunding'
  | 'taskSwitching'
  | 'turnover'
  | 'wrongIdeas'
  | 'wsjf';

interface Evidence {
  readonly id: string;
  readonly topic: EvidenceTopic;
  readonly source: string;
  readonly access: EvidenceAccess;
  readonly strength: EvidenceKind;
  /** True where the strength has limits, which the catalogue says. */
  readonly noted?: true;
}

export const EVIDENCE = [
  {
    id: 'H1',
    topic: 'handoffs',
    source: 'Poppendieck, Implementing Lean SD (2006), quoted at scrumbytes.wordpress.com',
    access: 'L',
    strength: 'D',
  },
  {
    id: 'H2',
    topic: 'handoffs',
    source: 'D. Smite, software transfers (darjasmite.com 2015)',
    access: 'L',
    strength: 'C',
  },
  {
    id: 'H3',
    topic: 'turnover',
    source: 'Rigby et al. ICSE 2016 (Avaya, Chrome); replicated Nassif & Robillard 2017',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'S1',
    topic: 'taskSwitching',
    source: 'Weinberg, Quality Software Management (table at theagileist.wordpress.com)',
    access: 'L',
    strength: 'D',
  },
  {
    id: 'S2',
    topic: 'taskSwitching',
    source: 'Tregubov, Boehm et al., ICSSP 2017 (self-reported logs, students)',
    access: 'L',
    strength: 'C',
  },
  {
    id: 'S3',
    topic: 'taskSwitching',
    source: 'Abad et al. 2018',
    access: 'L',
    strength: 'C',
  },
  {
    id: 'S4',
    topic: 'dedication',
    source: 'Rally "Impact of Agile Quantified" 2014, about 10,000 teams',
    access: 'L',
    strength: 'C',
  },
  {
    id: 'S5',
    topic: 'familiarity',
    source: 'Huckman, Staats (& Upton), Wipro; HBR 2013',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'R1',
    topic: 'rampUp',
    source: 'Rastogi et al., Microsoft, ESEM 2015',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'R2',
    topic: 'rampUp',
    source: 'Brooks 1975',
    access: 'L',
    strength: 'D',
  },
  {
    id: 'R3',
    topic: 'comprehension',
    source: 'Xia et al., TSE 2018; Fjeldstad & Hamlen (via phasechange.ai)',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'R4',
    topic: 'forgetting',
    source: 'Murre & Dros, PLoS ONE 2015',
    access: 'L',
    strength: 'A',
    noted: true,
  },
  {
    id: 'R5',
    topic: 'organisationalForgetting',
    source: 'Argote 1999 (via edvanta); Kim 2005; Thompson, Mgmt Sci 2007',
    access: 'L',
    strength: 'conflict',
  },
  {
    id: 'R6',
    topic: 'organisationalForgetting',
    source: 'Argote (sciencetheory.net)',
    access: 'L',
    strength: 'C',
  },
  {
    id: 'Q1',
    topic: 'queues',
    source: 'Little 1961; Kingman 1961',
    access: 'L',
    strength: 'M',
  },
  {
    id: 'Q2',
    topic: 'queues',
    source: 'Reinertsen (via peter.highlights.lol)',
    access: 'L',
    strength: 'M',
  },
  {
    id: 'Q3',
    topic: 'flowEfficiency',
    source: 'concepts.dsebastien.net, agilemechanics.com',
    access: 'L',
    strength: 'D',
  },
  {
    id: 'Q4',
    topic: 'flowMetrics',
    source: 'Kersten, Project to Product; Planview',
    access: 'L',
    strength: 'definition',
  },
  {
    id: 'D1',
    topic: 'lateDefects',
    source: 'Boehm & Basili, IEEE Computer 2001',
    access: 'L',
    strength: 'C',
    noted: true,
  },
  {
    id: 'D2',
    topic: 'lateDefects',
    source: 'Menzies, Nichols, Shull, Layman, EMSE 2017',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'D3',
    topic: 'lateDefects',
    source: 'Bossavit, Leprechauns; gists by Morendil',
    access: 'L',
    strength: 'criticism',
  },
  {
    id: 'D4',
    topic: 'escapedDefects',
    source: "Capers Jones, Dr. Dobb's; developsense.com",
    access: 'L',
    strength: 'C',
  },
  {
    id: 'D5',
    topic: 'batchAndQuality',
    source: 'SmartBear / Cisco 2006 (tekin.co.uk)',
    access: 'L',
    strength: 'C',
  },
  {
    id: 'X1',
    topic: 'extraFeatures',
    source: "Standish, XP 2002; Cohn's enquiry (mountaingoatsoftware.com)",
    access: 'L',
    strength: 'D',
  },
  {
    id: 'X2',
    topic: 'extraFeatures',
    source: 'Pendo 2019',
    access: 'L',
    strength: 'C',
    noted: true,
  },
  {
    id: 'X3',
    topic: 'wrongIdeas',
    source: 'Kohavi et al., Microsoft 2009',
    access: 'L, K',
    strength: 'B',
    noted: true,
  },
  {
    id: 'X4',
    topic: 'feedback',
    source: 'Jorgensen 2016, 63 + 64 respondents',
    access: 'L',
    strength: 'C',
  },
  {
    id: 'P1',
    topic: 'requirementChurn',
    source: 'Boehm, CACM 2006; Jones',
    access: 'L, K',
    strength: 'C',
  },
  {
    id: 'P2',
    topic: 'requirementChurn',
    source: 'Kulk & Verhoef, SCP 2008',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'P3',
    topic: 'inventory',
    source: 'operations textbooks',
    access: 'K',
    strength: 'D',
  },
  {
    id: 'C1',
    topic: 'costOfDelay',
    source: 'Reinertsen 2009 (via joebutson.substack.com)',
    access: 'L',
    strength: 'D',
  },
  {
    id: 'C2',
    topic: 'wsjf',
    source: 'SAFe; J. Arnold, blackswanfarming.com',
    access: 'L',
    strength: 'criticism',
  },
  {
    id: 'B1',
    topic: 'batchSize',
    source: 'Reinertsen U-curve; EOQ',
    access: 'L',
    strength: 'M',
  },
  {
    id: 'B2',
    topic: 'delivery',
    source: 'DORA 2024 (survey, clusters differ every year: redmonk.com)',
    access: 'L',
    strength: 'C',
  },
  {
    id: 'B3',
    topic: 'operatingModel',
    source: 'McKinsey 2023',
    access: 'L',
    strength: 'C',
    noted: true,
  },
  {
    id: 'F1',
    topic: 'overruns',
    source: 'Flyvbjerg & Budzier, HBR 2011 (arXiv 1304.0265)',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'F2',
    topic: 'overruns',
    source: 'Flyvbjerg et al., JMIS 2022; How Big Things Get Done',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'F3',
    topic: 'overruns',
    source: 'PMJ 2025, 23 project types',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'F4',
    topic: 'critics',
    source: 'Eveleens & Verhoef, IEEE Software 2010',
    access: 'L',
    strength: 'A',
  },
  {
    id: 'V1',
    topic: 'stagedFunding',
    source: 'Denne & Cleland-Huang (IFM) 2004',
    access: 'L',
    strength: 'method',
  },
  {
    id: 'V2',
    topic: 'stagedFunding',
    source: 'real-options theory (Dixit & Pindyck)',
    access: 'K',
    strength: 'M',
  },
  {
    id: 'V3',
    topic: 'productMode',
    source: 'Narayan, martinfowler.com 2018',
    access: 'L',
    strength: 'expert',
  },
  {
    id: 'T1',
    topic: 'concentration',
    source: 'US DOJ / FTC',
    access: 'L',
    strength: 'norm',
    noted: true,
  },
  {
    id: 'T2',
    topic: 'chineseText',
    source: 'Kwok 1997, 1999; Nie & Ren 1999',
    access: 'L',
    strength: 'B',
  },
  {
    id: 'T3',
    topic: 'similarityJoin',
    source: 'Bayardo 2007; Anastasiu & Karypis 2014',
    access: 'L',
    strength: 'M',
  },
  {
    id: 'T4',
    topic: 'generator',
    source: 'reference vector in ten repositories',
    access: 'L',
    strength: 'A',
  },
] as const satisfies readonly Evidence[];
