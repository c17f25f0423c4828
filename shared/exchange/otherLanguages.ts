import type { ImportField } from './importFields.ts';
import { wordList } from './wordList.ts';

/**
 * What stands over the columns of lists in German, French, Spanish, Portuguese, Dutch, Italian and Japanese: only what
 * a list of initiatives nearly always has, in lower case and without accents. People of these languages use the program
 * in English, and their lists are as they are.
 */
export const otherWords: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  externalId: wordList(
    'projekt nr|projektnummer|vorhaben nr|lfd nr|nr|kennung|numero de projet|numero|codigo',
    'codigo del proyecto|codigo do projeto|codice|projectnummer|案件番号|番号',
  ),
  name: wordList(
    'projektname|projektbezeichnung|projekttitel|projekt|vorhaben|massnahme|maßnahme|bezeichnung',
    'titel|nom du projet|intitule du projet|intitule|projet|nom|nombre del proyecto|proyecto|nombre',
    'nome do projeto|projeto|nome|projectnaam|naam|nome del progetto|progetto|システム名|案件名',
    '事業名|プロジェクト名|名称',
  ),
  description: wordList(
    'beschreibung|kurzbeschreibung|projektbeschreibung|objet|descriptif|descripcion|descricao',
    'omschrijving|descrizione|概要|内容',
  ),
  stage: wordList(
    'umsetzungsstatus|projektstatus|projektphase|phase du projet|phase du projet en cours',
    'etat d avancement|estado|fase|situacao|stato|状況|状態',
  ),
  status: wordList('ampel|ampelstatus|meteo|semaforo|stoplicht'),
  owner: wordList(
    'projektleiter|projektleitung|verantwortlich|verantwortlicher|federfuhrendes ressort|federfuhrung',
    'ressort|departement|amt|behorde|responsable|chef de projet|ministere porteur|ministere',
    'ministerio|organismo|responsavel|orgao|ministerie|opdrachtgever|responsabile|amministrazione',
    '府省|担当|担当課|部局',
  ),
  startDate: wordList(
    'projektstart|startdatum|beginn|projektbeginn|date de debut|debut|fecha de inicio|inicio',
    'data de inicio|data di inizio|inizio|begindatum|開始日|着手日',
  ),
  endDate: wordList(
    'projektende|enddatum|ende|abschluss|date de fin|date de fin prevue|fin prevue|fecha de fin',
    'fecha de finalizacion|data de termino|data de conclusao|termino|einddatum|data di fine|fine',
    '終了日|完了日',
  ),
  budget: wordList(
    'gesamtbudget|gesamtkosten|plankosten|projektkosten|cout estime|cout total|montant|presupuesto',
    'importe|coste total|valor previsto|valor total|orcamento|kosten|oorspronkelijke kosten|begroting',
    'costo totale|importo|予算|予算額|契約金額',
  ),
  spent: wordList(
    'ist kosten|istkosten|aufwand bisher|ausgaben|depense|depenses|montant depense|gastado|ejecutado',
    'valor executado|valor pago|uitgaven|gerealiseerde kosten|speso|執行額|支出額',
  ),
  capabilities: wordList(
    'fachliche fahigkeit|fahigkeit|fahigkeiten|capacite metier|zone fonctionnelle|capacidad',
    'capacidad de negocio|capacidade|functie|業務機能',
  ),
  partners: wordList(
    'dienstleister|lieferant|lieferanten|auftragnehmer|prestataire|prestataires|fournisseur',
    'fournisseurs|titulaire|proveedor|proveedores|fornecedor|fornecedores|leverancier|leveranciers',
    'fornitore|fornitori|受託者|事業者',
  ),
  parent: wordList('programm|teilprogramm|programa|programma'),
};

/** What those lists write where they know nothing, in lower case. */
export const otherUnknowns: readonly string[] = [
  'offen',
  'unbekannt',
  'n.n.',
  'n.n',
  'k.a.',
  'k.a',
  'k. a.',
  'k. a',
  'keine angabe',
  'noch offen',
  'inconnu',
  'à définir',
  'non renseigné',
  'nc',
  'n.c.',
  'n.c',
  'desconocido',
  'por definir',
  'sin datos',
  's/d',
  'a definir',
  'não informado',
  'onbekend',
  'n.v.t.',
  'n.v.t',
  'n.t.b.',
  'n.t.b',
  'da definire',
  'n.d.',
  'n.d',
  '不明',
  '未入力',
  'なし',
];

/** A phrase as it stands in `otherWords`. */
export const withoutAccents = (phrase: string): string => phrase.normalize('NFD').replace(/\p{M}/gu, '');
