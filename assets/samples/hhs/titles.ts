/** Small words that stand inside a name but do not begin one. */
const INSIDE = new Set(['of', 'and', 'for', 'the', 'to', 'on', 'in', '&']);
const MAX_TITLE = 90;

/** "The National Patient Information Reporting System (NPIRS)" → the name with its short form, when the text opens with one. */
function namedWithShortForm(text: string): string | null {
  const match = /^(.{0,160}?)\(([A-Z][A-Za-z0-9&/.-]{1,11})\)/.exec(text);
  if (!match) return null;
  const words = (match[1] ?? '').trim().split(/\s+/);
  const name: string[] = [];
  for (const word of words.reverse()) {
    const capital = /^["“(]?[A-Z0-9]/.test(word);
    if (!capital && !INSIDE.has(word)) break;
    if (/[.,;:]$/.test(word)) break;
    name.unshift(word);
  }
  while (name[0] !== undefined && (INSIDE.has(name[0].toLowerCase()) || /^(?:The|This|A|An)$/.test(name[0])))
    name.shift();
  const title = name.join(' ');
  return title.length >= 6 && title.length <= MAX_TITLE - 15 ? `${title} (${match[2]})` : null;
}

/** What the first sentence is about: its words up to the verb. */
function subject(text: string): string | null {
  const sentence = text.split(/(?<=[.!?])\s/)[0] ?? text;
  const match =
    /^(?:the|this|a|an)?\s*(.{3,80}?)\s+(?:is|are|was|were|provides?|funds?|supports?|performs?|enumerates?|manages?|fulfills?|consolidates?|has|have)\b/i.exec(
      sentence,
    );
  const words = match?.[1]?.trim();
  if (!words || /^(?:investment|system|overall scope.*|core objective.*|project)$/i.test(words)) return null;
  return words;
}

/** Titles read from summaries that open with something else than their subject. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  '009-000000704': 'CMS Business Intelligence Environment Operations',
  '009-000001418': 'National Survey on Drug Use and Health (NSDUH)',
  '009-000001476': 'Accounting for Pay System (AFPS), Program Support Center',
  '009-000001902': 'CMS Data Centers',
  '009-000004254': 'VIPS Medicare System (VMS)',
  '009-000004258': 'Health Plan Management System (HPMS)',
  '009-000004414': 'HIPAA Eligibility Transaction System (HETS 270/271)',
  '009-000004658': 'HHS Consolidated Acquisition System',
  '009-000006260': 'CDC IT Infrastructure',
  '009-000006263': 'IHS IT Infrastructure, Office Automation and Telecommunications',
  '009-000006265': 'CMS Security and Identity Management',
  '009-000006266': 'HHS IT Infrastructure and Operations (ITIO)',
  '009-000267385': 'CCIIO Pre-Existing Condition Insurance Program (PCIP)',
  '009-000267390': 'CCIIO Early Retiree Reinsurance Program (ERRP)',
  '009-000281787': 'Medicare Program Integrity (MPI) Support Systems',
};

/**
 * A short title for an investment that has none, made from its summary: read by hand where the text opens with
 * something else, else a name followed by its short form, else what the first sentence is about, else its first words; always with the investment's id, which is what people know it by.
 */
export function titleFromSummary(uii: string, summary: string): string {
  const text = summary.replace(/\s+/g, ' ').trim();
  const purpose = text.replace(
    /^(?:this investment (?:is for|supports|funds)(?: the)?(?: ongoing)?(?: operations and maintenance (?:of|for))?|the (?:core objective|overall scope|primary purpose) of (?:this investment )?(?:is to )?)\s*(?:the\s+)?/i,
    '',
  );
  const found =
    READ_BY_HAND[uii] ??
    namedWithShortForm(purpose) ??
    namedWithShortForm(text) ??
    subject(purpose) ??
    purpose;
  const short = found.length > MAX_TITLE ? `${found.slice(0, MAX_TITLE).replace(/\s+\S*$/, '')} …` : found;
  return `${short.charAt(0).toUpperCase()}${short.slice(1)} [${uii}]`;
}
