/**
 * The evidence table of MODEL.md section 1 as data, so that every default can show where it comes from.
 * The texts are quotations of that table in its own language; the interface translates what it frames them with.
 * Data, one table as MODEL.md has it: long because the table is.
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

export interface Evidence {
  readonly id: string;
  readonly topic: EvidenceTopic;
  readonly figure: string;
  readonly source: string;
  readonly access: EvidenceAccess;
  readonly strength: EvidenceKind;
  /** Limits of the strength in the table's words, where it has any. */
  readonly note?: string;
  readonly consequence: string;
}

export const EVIDENCE: readonly Evidence[] = [
  {
    id: 'H1',
    topic: 'handoffs',
    figure:
      '50 % of tacit knowledge left behind per handoff: 25, 12, 6, 3 % left after 2-5 ("conservative estimate")',
    source: 'Poppendieck, Implementing Lean SD (2006), quoted at scrumbytes.wordpress.com',
    access: 'L',
    strength: 'D',
    consequence: 'r = 0.5, range 0.2-0.9; never call it a measurement',
  },
  {
    id: 'H2',
    topic: 'handoffs',
    figure:
      'moving a complex product to another team takes about 1 year; at least 5 years to regain performance; always a productivity loss',
    source: 'D. Smite, software transfers (darjasmite.com 2015)',
    access: 'L',
    strength: 'C',
    consequence: 'supports slow relearning after disbanding; not used as number (upper bound)',
  },
  {
    id: 'H3',
    topic: 'turnover',
    figure:
      'loss is fat-tailed: 3 to 5 times the expected loss; experts, not newcomers, adopt abandoned files (81 % / 54 % with >= 1 year)',
    source: 'Rigby et al. ICSE 2016 (Avaya, Chrome); replicated Nassif & Robillard 2017',
    access: 'L',
    strength: 'B',
    consequence: 'K(t) falls with turnover; MC on r and forgetting',
  },
  {
    id: 'S1',
    topic: 'taskSwitching',
    figure: '20 / 40 / 60 / 75 % lost with 2 / 3 / 4 / 5 projects',
    source: 'Weinberg, Quality Software Management (table at theagileist.wordpress.com)',
    access: 'L',
    strength: 'D',
    consequence: 'selectable profile "Weinberg" only',
  },
  {
    id: 'S2',
    topic: 'taskSwitching',
    figure:
      '17 % of effort on cross-project interruption with >= 2 projects; weakly related to the number; Weinberg overestimates',
    source: 'Tregubov, Boehm et al., ICSSP 2017 (self-reported logs, students)',
    access: 'L',
    strength: 'C',
    consequence: 'default table 0, .17, .20, .22, .24 (slope after 2 = our assumption)',
  },
  {
    id: 'S3',
    topic: 'taskSwitching',
    figure: '4,910 tasks of 17 developers: self-interruptions are the more disruptive kind',
    source: 'Abad et al. 2018',
    access: 'L',
    strength: 'C',
    consequence: 'not every switch is caused by allocation: keep the default low',
  },
  {
    id: 'S4',
    topic: 'dedication',
    figure:
      '>= 95 % dedicated against <= 50 %: almost 2:1 throughput; stable teams up to 60 % more productive; 1 of 4 people changed every 3 months',
    source: 'Rally "Impact of Agile Quantified" 2014, about 10,000 teams',
    access: 'L',
    strength: 'C',
    consequence:
      'plausibility check: model in E2: 763 pd planned build becomes 541 pd (1.4x); not used as factor (would double count S2, R1)',
  },
  {
    id: 'S5',
    topic: 'familiarity',
    figure: 'team familiarity +50 %: defects -19 %, budget deviation -30 %',
    source: 'Huckman, Staats (& Upton), Wipro; HBR 2013',
    access: 'L',
    strength: 'B',
    consequence: 'defect_knowledge = 0.70: (1 + .7/3)(1 - .19) = 1',
  },
  {
    id: 'R1',
    topic: 'rampUp',
    figure:
      'new hires need weeks to months to reach peer productivity; 14-49 % of product developers are new hires',
    source: 'Rastogi et al., Microsoft, ESEM 2015',
    access: 'L',
    strength: 'B',
    consequence: 'ramp 1 m, start 0.5 for people who already know the firm (low on purpose)',
  },
  {
    id: 'R2',
    topic: 'rampUp',
    figure: 'adding people to a late project makes it later (ramp-up plus communication)',
    source: 'Brooks 1975',
    access: 'L',
    strength: 'D',
    consequence: 'mentoring is inside ramp_start',
  },
  {
    id: 'R3',
    topic: 'comprehension',
    figure: '58 % of developer time is comprehension; 47-62 % in older maintenance studies',
    source: 'Xia et al., TSE 2018; Fjeldstad & Hamlen (via phasechange.ai)',
    access: 'L',
    strength: 'B',
    consequence: 'cr_relearn = 1.0: without knowledge a change costs 2x (1 / (1 - .58) = 2.4)',
  },
  {
    id: 'R4',
    topic: 'forgetting',
    figure: 'list learning: curve replicated to 31 days, one subject',
    source: 'Murre & Dros, PLoS ONE 2015',
    access: 'L',
    strength: 'A',
    note: 'lists',
    consequence: 'shape only (exponential); not transferable to teams',
  },
  {
    id: 'R5',
    topic: 'organisationalForgetting',
    figure:
      '3.2 % left after a year (Liberty ships); 55 % after a month in one yard (Kim 2005); but re-estimate "may well be zero"',
    source: 'Argote 1999 (via edvanta); Kim 2005; Thompson, Mgmt Sci 2007',
    access: 'L',
    strength: 'conflict',
    consequence: 'forget_rate 0.04 / idle month, range 0-0.15: state the conflict',
  },
  {
    id: 'R6',
    topic: 'organisationalForgetting',
    figure: 'depreciation follows labour turnover (25 %, 10 %, 1-2 % a month in three industries)',
    source: 'Argote (sciencetheory.net)',
    access: 'L',
    strength: 'C',
    consequence: 'turnover enters dK/dt',
  },
  {
    id: 'Q1',
    topic: 'queues',
    figure: 'L = lambda W; W about (ca2 + cs2)/2 * rho/(1 - rho) * tau',
    source: 'Little 1961; Kingman 1961',
    access: 'L',
    strength: 'M',
    consequence: 'queue_wait',
  },
  {
    id: 'Q2',
    topic: 'queues',
    figure:
      'queue doubles from 60 to 80 %, again to 90 %, again to 95 % utilisation (exact for M/M/1 time in system: 2.5, 5, 10, 20)',
    source: 'Reinertsen (via peter.highlights.lol)',
    access: 'L',
    strength: 'M',
    consequence: 'queue_util 0.8',
  },
  {
    id: 'Q3',
    topic: 'flowEfficiency',
    figure: 'typical 1-5 %, 5-30 %, "15 %": sources disagree and cite no data set',
    source: 'concepts.dsebastien.net, agilemechanics.com',
    access: 'L',
    strength: 'D',
    consequence: 'output only, never an input',
  },
  {
    id: 'Q4',
    topic: 'flowMetrics',
    figure: 'velocity, time, load, efficiency, distribution; efficiency = active / total flow time',
    source: 'Kersten, Project to Product; Planview',
    access: 'L',
    strength: 'definition',
    consequence: 'outputs named alike',
  },
  {
    id: 'D1',
    topic: 'lateDefects',
    figure: '"often 100 times" after delivery; 40-50 % of effort is avoidable rework',
    source: 'Boehm & Basili, IEEE Computer 2001',
    access: 'L',
    strength: 'C',
    note: 'old',
    consequence: 'upper range of defect_base 0.40',
  },
  {
    id: 'D2',
    topic: 'lateDefects',
    figure: 'no delayed-issue effect in 171 projects 2006-2014',
    source: 'Menzies, Nichols, Shull, Layman, EMSE 2017',
    access: 'L',
    strength: 'B',
    consequence: 'defect_latency 0.10 per doubling, range 0-0.4: nearly flat',
  },
  {
    id: 'D3',
    topic: 'lateDefects',
    figure: '1:6.5:15:60-100 ("IBM Systems Sciences Institute") has no traceable study',
    source: 'Bossavit, Leprechauns; gists by Morendil',
    access: 'L',
    strength: 'criticism',
    consequence: 'never show the 1:10:100 curve',
  },
  {
    id: 'D4',
    topic: 'escapedDefects',
    figure: 'US mean removal efficiency 85 % (13,000 projects); method criticised',
    source: "Capers Jones, Dr. Dobb's; developsense.com",
    access: 'L',
    strength: 'C',
    consequence: 'not used',
  },
  {
    id: 'D5',
    topic: 'batchAndQuality',
    figure: 'review finds most defects per line below 200-400 changed lines',
    source: 'SmartBear / Cisco 2006 (tekin.co.uk)',
    access: 'L',
    strength: 'C',
    consequence: 'direction of defect_latency',
  },
  {
    id: 'X1',
    topic: 'extraFeatures',
    figure: '45 % never, 19 % rarely used: four internal applications',
    source: "Standish, XP 2002; Cohn's enquiry (mountaingoatsoftware.com)",
    access: 'L',
    strength: 'D',
    consequence: 'do not generalise',
  },
  {
    id: 'X2',
    topic: 'extraFeatures',
    figure: '80 % of features rarely or never used; 12 % give 80 % of clicks; 615 subscriptions',
    source: 'Pendo 2019',
    access: 'L',
    strength: 'C',
    note: 'vendor',
    consequence: 'rarely used is not worthless; extra_share 0.35, range 0.1-0.7',
  },
  {
    id: 'X3',
    topic: 'wrongIdeas',
    figure: 'only about 1/3 of tested ideas improved the metric (1/3 flat, 1/3 worse)',
    source: 'Kohavi et al., Microsoft 2009',
    access: 'L, K',
    strength: 'B',
    note: '1/3 better looked up, the rest background knowledge',
    consequence: 'value_realisation PERT(0, .8, 1.6); feedback_prune',
  },
  {
    id: 'X4',
    topic: 'feedback',
    figure:
      'client benefit goes with frequent delivery and flexible scope; agile without them is below average; fixed price worse',
    source: 'Jorgensen 2016, 63 + 64 respondents',
    access: 'L',
    strength: 'C',
    consequence: 'benefits of cadence only through release, pruning, gate',
  },
  {
    id: 'P1',
    topic: 'requirementChurn',
    figure: '0.1-0.3 % a month (embedded) to 10-30 % (competition-driven); "1-2 %" is Jones',
    source: 'Boehm, CACM 2006; Jones',
    access: 'L, K',
    strength: 'C',
    consequence: 'churn_monthly 0.01, range 0.001-0.10: set per initiative',
  },
  {
    id: 'P2',
    topic: 'requirementChurn',
    figure:
      'tolerable rate depends on size and duration; > 21 % of successes exceeded 5 % a month (84 projects)',
    source: 'Kulk & Verhoef, SCP 2008',
    access: 'L',
    strength: 'B',
    consequence: 'as P1',
  },
  {
    id: 'P3',
    topic: 'inventory',
    figure: 'holding cost 20-30 % a year in manufacturing',
    source: 'operations textbooks',
    access: 'K',
    strength: 'D',
    consequence: 'not copied: churn (effort) + WACC (capital) instead',
  },
  {
    id: 'C1',
    topic: 'costOfDelay',
    figure: '"if you only quantify one thing, quantify the cost of delay"; 85 % of firms do not know it',
    source: 'Reinertsen 2009 (via joebutson.substack.com)',
    access: 'L',
    strength: 'D',
    consequence: 'exact CoD from the value curve',
  },
  {
    id: 'C2',
    topic: 'wsjf',
    figure: 'SAFe adds time criticality to value: an item of value 0 can rank high',
    source: 'SAFe; J. Arnold, blackswanfarming.com',
    access: 'L',
    strength: 'criticism',
    consequence: 'use CD3 = CoD / duration in money; no point scores',
  },
  {
    id: 'B1',
    topic: 'batchSize',
    figure: 'cost = T/b + h b/2; b* = sqrt(2T/h), flat bottom',
    source: 'Reinertsen U-curve; EOQ',
    access: 'L',
    strength: 'M',
    consequence: 'cadence economics',
  },
  {
    id: 'B2',
    topic: 'delivery',
    figure: 'elite against low: 127x lead time, 182x deployments; change failure 5 % against 20 % (high)',
    source: 'DORA 2024 (survey, clusters differ every year: redmonk.com)',
    access: 'L',
    strength: 'C',
    consequence: 'context only; small batches are one of 24 capabilities (Accelerate)',
  },
  {
    id: 'B3',
    topic: 'operatingModel',
    figure: 'product model maturity: 60 % higher TSR, 16 % higher margin',
    source: 'McKinsey 2023',
    access: 'L',
    strength: 'C',
    note: 'correlation',
    consequence: 'not used; warn the user',
  },
  {
    id: 'F1',
    topic: 'overruns',
    figure: '1,471 projects: mean +27 %; one in six +200 % cost, almost +70 % time',
    source: 'Flyvbjerg & Budzier, HBR 2011 (arXiv 1304.0265)',
    access: 'L',
    strength: 'B',
    consequence: 'X: p_tail .18, alpha 1.378, cap 5: mean +27 %, tail mean +195 %',
  },
  {
    id: 'F2',
    topic: 'overruns',
    figure: '5,392 projects: power law; 18 % above +50 %, these average +447 %; no split agile / other',
    source: 'Flyvbjerg et al., JMIS 2022; How Big Things Get Done',
    access: 'L',
    strength: 'B',
    consequence: 'alpha = 5.47 / (5.47 - 1.5) = 1.378; same X in both modes',
  },
  {
    id: 'F3',
    topic: 'overruns',
    figure: 'IT the only type with alpha <= 1 (no finite mean)',
    source: 'PMJ 2025, 23 project types',
    access: 'L',
    strength: 'B',
    consequence: 'cap is needed; show P90, not only the mean',
  },
  {
    id: 'F4',
    topic: 'critics',
    figure: 'Standish success rates meaningless (one-sided, biased forecasts)',
    source: 'Eveleens & Verhoef, IEEE Software 2010',
    access: 'L',
    strength: 'A',
    consequence: 'no Standish rates anywhere',
  },
  {
    id: 'V1',
    topic: 'stagedFunding',
    figure: 'deliver value in sequenced chunks, self-funding point, NPV',
    source: 'Denne & Cleland-Huang (IFM) 2004',
    access: 'L',
    strength: 'method',
    consequence: 'tranches, break-even, CD3 order',
  },
  {
    id: 'V2',
    topic: 'stagedFunding',
    figure: 'right to stop has option value, grows with uncertainty',
    source: 'real-options theory (Dixit & Pindyck)',
    access: 'K',
    strength: 'M',
    consequence: 'measured by simulation, not Black-Scholes',
  },
  {
    id: 'V3',
    topic: 'productMode',
    figure: 'durable ideate-build-run teams, validated benefits; projects: fungible temporary staff',
    source: 'Narayan, martinfowler.com 2018',
    access: 'L',
    strength: 'expert',
    consequence: 'mode definitions; fixed scope for one customer is a counter-case (SE.SE 443294)',
  },
  {
    id: 'T1',
    topic: 'concentration',
    figure: 'HHI 1000-1800 moderate, > 1800 high (2023; 2500 in 2010)',
    source: 'US DOJ / FTC',
    access: 'L',
    strength: 'norm',
    note: 'markets',
    consequence: 'vendor portfolio flag at 2500 and top share 40 % (ours)',
  },
  {
    id: 'T2',
    topic: 'chineseText',
    figure: 'bigrams as good as words; mixing characters with bigrams is better',
    source: 'Kwok 1997, 1999; Nie & Ren 1999',
    access: 'L',
    strength: 'B',
    consequence: 'unigrams + bigrams for CJK runs',
  },
  {
    id: 'T3',
    topic: 'similarityJoin',
    figure: 'exact all-pairs cosine with prefix / L2 bounds',
    source: 'Bayardo 2007; Anastasiu & Karypis 2014',
    access: 'L',
    strength: 'M',
    consequence: 'section 3.4',
  },
  {
    id: 'T4',
    topic: 'generator',
    figure: 'PCG32 seed(42, 54) = a15c02b7 7b47f409 ba1d3330 ...',
    source: 'reference vector in ten repositories',
    access: 'L',
    strength: 'A',
    consequence: 'section 2.8',
  },
];
