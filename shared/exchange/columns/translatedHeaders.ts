/**
 * English words over a column of capabilities, outcomes, segments and partners, with those that German, French and
 * Spanish lists put there, in small letters. A list of initiatives fills its own fields by the words of
 * `otherLanguages.ts`: those here tell it from the others.
 */
const WORDS: readonly (readonly [english: string, others: string])[] = [
  ['initiative', 'initiativ|vorhaben|maßnahme|massnahme|iniciativa|nom de l initiative'],
  ['project', 'projekt|projet|proyecto'],
  [
    'project name',
    'projektname|projektbezeichnung|projekttitel|nom du projet|nom projet|intitulé du projet|nombre del proyecto',
  ],
  [
    'project id',
    'projekt nr|projektnr|projektnummer|projekt id|projektkennung|n projet|numéro de projet|id projet|code projet|id del proyecto',
  ],
  ['name', 'bezeichnung|benennung|nom|intitulé|libellé|nombre|titel|titre'],
  ['id', 'kennung|nummer|lfd nr|nr|identifiant|numéro|n|número|identificador'],
  ['description', 'beschreibung|kurzbeschreibung|erläuterung|descripción'],
  [
    'owner',
    'verantwortlich|verantwortlicher|verantwortliche|eigentümer|projektleiter|projektleitung|responsable|chef de projet|propriétaire',
  ],
  ['due date', 'fällig|fälligkeit|termin|zieltermin|zieldatum|date cible|date d échéance'],
  ['budget', 'gesamtbudget|plankosten|presupuesto|budget total|budget prévu'],
  [
    'capability',
    'fähigkeit|geschäftsfähigkeit|business fähigkeit|capacité|capacité métier|capacité d affaires|capacidad|capacidad de negocio',
  ],
  [
    'capabilities',
    'fähigkeiten|geschäftsfähigkeiten|unterstützte fähigkeiten|capacités|capacités métier|capacités d affaires|capacidades',
  ],
  [
    'parent capability',
    'übergeordnete fähigkeit|übergeordnet|oberfähigkeit|eltern fähigkeit|capacité parente|capacité parent|capacité mère|capacité supérieure|capacidad padre',
  ],
  ['parent', 'übergeordnetes element|gehört zu|parente|niveau supérieur|padre'],
  ['level 1', 'ebene 1|stufe 1|niveau 1|nivel 1'],
  ['level 2', 'ebene 2|stufe 2|niveau 2|nivel 2'],
  ['level 3', 'ebene 3|stufe 3|niveau 3|nivel 3'],
  ['level 4', 'ebene 4|stufe 4|niveau 4|nivel 4'],
  ['level', 'ebene|stufe|niveau|nivel'],
  ['importance', 'wichtigkeit|bedeutung|strategische bedeutung|relevanz|importancia|criticité|kritikalität'],
  ['priority', 'priorität|priorité|prioridad'],
  [
    'current maturity',
    'reifegrad|reifegrad ist|ist reifegrad|aktueller reifegrad|maturité|maturité actuelle|madurez actual',
  ],
  [
    'target maturity',
    'reifegrad soll|soll reifegrad|ziel reifegrad|zielreifegrad|maturité cible|maturité visée|madurez objetivo',
  ],
  ['outcome', 'ergebnis|geschäftsergebnis|wirkung|résultat|résultat attendu|resultado'],
  ['outcomes', 'ergebnisse|wirkungen|résultats|resultados'],
  ['objective', 'ziel|geschäftsziel|objectif|objetivo'],
  ['objectives', 'ziele|geschäftsziele|objectifs|objetivos'],
  ['metric', 'kennzahl|messgröße|messgrösse|metrik|indicateur|métrique|indicador|métrica'],
  ['unit', 'einheit|maßeinheit|unité|unidad'],
  [
    'baseline',
    'ausgangswert|basiswert|istwert|ist wert|valeur initiale|valeur de référence|valeur actuelle|valor inicial',
  ],
  ['target', 'zielwert|sollwert|soll wert|cible|valeur cible|valor objetivo|meta'],
  [
    'customer segment',
    'kundensegment|kundengruppe|zielgruppe|segment client|segment de clientèle|segmento de clientes',
  ],
  ['segment', 'segmento'],
  ['partner', 'partenaire|socio'],
  ['partners', 'partenaires|socios'],
  ['vendor', 'lieferant|anbieter|dienstleister|fournisseur|prestataire|proveedor'],
  ['vendors', 'lieferanten|dienstleistende|fournisseurs|prestataires|proveedores'],
  ['relationship', 'beziehung|art der beziehung|relation|type de relation|relación'],
  [
    'contract end',
    'vertragsende|vertrag bis|fin de contrat|fin du contrat|échéance du contrat|fin de contrato',
  ],
  ['team', 'équipe|equipo'],
];

const english = new Map(
  WORDS.flatMap(([word, others]) => others.split('|').map((other) => [other, word] as const)),
);

/** The English words of a header in small letters that is written in German, French or Spanish; any other as it is. */
export const inEnglish = (phrase: string): string => english.get(phrase) ?? phrase;
