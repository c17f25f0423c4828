import type { ImportField } from '../importFields.ts';

/** One pattern of several. */
const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'));
/** What is counted in hours, working days or months of people is no money: Consommé (j/h), Aufwand (PT), 工时. */
const EFFORT =
  /(?<!\S)(?:hours?|days|effort|m ?d|j ?h|jours?|heures|pt|personentage|tage|std|stunden|dage|dager|dagar|timer|timmar|dagen|uren|giorni|ore|dias|jornadas|horas)(?!\S)|(?<!\S)[hj]$|人[天日月时]|工时|공수/;
/** What was really paid is no plan of it. */
const PAID =
  /toteutu|tats[aä]chlich|ausgegeben|aufgelaufen|skute[cč]n|skuto[cč]n|rzeczywist|t[eé]nyleges|фактич|faktisk|sostenut|consuntiv|effettiv|d[eé]pensé|devengad|realizad|ejecutad|executad|liquidad|pagad[ao]/;

/** A header with one of these words does not name the field, whatever else it says. */
export const notTheField: Readonly<Partial<Record<ImportField, RegExp>>> = {
  externalId:
    /\b(?:(?:no|number) of|naics|psc|cfda|results?|risks?|contacts?|driver|milestone|department|agency|parent|order|phone|page)\b|上级|所属|^父/,
  name: /项目经理|项目负责人|优先级|優先度|우선순위|\b(?:priority|priorit[äé]t?|prioridade?|cod|codice|c[oó]digo|kod|cio|contact|officer|author|creator|chef|gerente|jefe|respons[aá]bile|responsable|projektmanager|projectmanager|portfolio|recipient|department|agency|bureau|ministry|supplier|vendor|partner|owner|manager|team|file|user|parent|type|status|date|sponsor|lead|region|country|category|stage|phase|definition|def|no|class|stato|statut|estado|situacao|situação)\b|上级|^父/,
  description: /\b(?:rating|status|comment|schedule|delay|directorate)\b/,
  mode: /\bparent\b/,
  stage: /\bcomment\b/,
  status: /\b(?:comment|narrative|status updates?|costs?|budget|spend|amount|date|effort|hours|progress)\b/,
  owner: /\b(?:acronym|code|comment|id|email|phone|type|status)\b|(?:^| )tier\b/,
  startDate: /\b(?:comment|delay|days|variance)\b/,
  endDate: /\b(?:comment|delay|days|variance|actual|contract|rolls)\b|实际/,
  budget: anyOf(
    /\b(?:comment|narrative|variance|actuals?|spent|spend|date|yearly|annual|quarterly|monthly|weekly|forecast|id|code|type|title|name|status|benefits?|savings?|remaining|changes?|adjustments?|overrun|gap|recurring|ctr|cent(?:er|re)s?|elements?|(?:per|a) (?:month|quarter|year|sprint|week|day|hour|user|fte)|year to date|ytd|p a|(?<!one )time|points|uf|utm|of which|davon|waarvan|varav|heraf|daadwerkelijke|werkelijke|gerealiseerde|ist)\b|其中|うち/,
    EFFORT,
    PAID,
  ),
  // "Cost to date" is spending, "actual cost date" is a day.
  spent: anyOf(
    /\b(?:comment|narrative|variance|projected|forecast(?:ed)?|planned|eligible|budgeted|allocated|authori[tsz]\w*|remaining|(?<!one )time)\b|(?<!\bto )\bdate$|\bplan\b|(?:资本性?|费用性|资本化|费用化|运营|经营性)支出/,
    EFFORT,
  ),
  capabilities: /\bcomment\b/,
  partners: /\b(?:comment|contract number|id)\b/,
  team: /\b(?:size|people|cost|email|leaders?|lead|managers?)\b/,
  parent: /\b(?:cost|budget|date|comment)\b/,
  teamPeople: /\b(?:comment|cost|name)\b/,
  funded: /\b(?:comment|amount|total|date|by|source)\b/,
  overhead: /\b(?:cost|costs|amount|rate|comment)\b/,
  retired: /\b(?:date|comment|on)\b/,
  outcomes: /\b(?:comment|date|score|rating|id)\b/,
  segments: /\b(?:comment|id)\b/,
};
