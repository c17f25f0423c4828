import type { ImportField } from './importFields.ts';

/** A header with one of these words does not name the field, whatever else it says. */
export const notTheField: Readonly<Partial<Record<ImportField, RegExp>>> = {
  externalId:
    /\b(?:result|risk|contact|driver|milestone|department|agency|parent|investment|order|phone|page)\b/,
  name: /\b(?:portfolio|department|agency|supplier|vendor|partner|owner|manager|team|file|user|parent|type|status|manager|date|sponsor|lead)\b/,
  description: /\b(?:rating|status|comment|schedule)\b/,
  stage: /\bcomment\b/,
  status: /\bcomment\b/,
  owner: /\b(?:acronym|code|comment|id|email|phone)\b/,
  startDate: /\b(?:comment|delay|days|variance)\b/,
  endDate: /\b(?:comment|delay|days|variance|actual|contract)\b/,
  budget:
    /\b(?:comment|variance|actual|spent|spend|date|yearly|annual|forecast|id|type|title|name|status|benefit|remaining)\b/,
  spent: /\b(?:comment|variance|projected|forecast|planned|remaining|date$)\b|\bplan\b/,
  capabilities: /\bcomment\b/,
  partners: /\b(?:comment|contract number|id)\b/,
  team: /\b(?:size|people|cost|email)\b/,
  parent: /\b(?:cost|budget|date|comment)\b/,
  teamPeople: /\b(?:comment|cost|name)\b/,
  funded: /\b(?:comment|amount|total|date|by|source)\b/,
  overhead: /\b(?:cost|costs|amount|rate|comment)\b/,
  retired: /\b(?:date|comment|on)\b/,
  outcomes: /\b(?:comment|date|score|rating|id)\b/,
  segments: /\b(?:comment|id)\b/,
};
