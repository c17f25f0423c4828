import type { ImportField } from '../importFields.ts';
import { foldArabic } from './arabic.ts';
import { wordList } from './wordList.ts';

/**
 * What stands over the columns of lists in German, French, Spanish, Portuguese, Dutch, Italian, Danish, Norwegian,
 * Swedish, Finnish, Polish, Czech, Russian, Turkish, Indonesian, Thai, Vietnamese, Arabic, Japanese and Korean: only what a list of initiatives nearly always
 * has, in lower case and
 * without accents, Arabic as `foldArabic` writes it. People of these languages use the program
 * in English, and their lists are as they are.
 */
export const otherWords: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  externalId: wordList(
    'clave|cod|n operation|numero operation|n d operation|code operation|projekt nr|projektnummer|vorhaben nr|lfd nr|nr|kennung|numero de projet|numero|codigo',
    'codigo del proyecto|codigo do projeto|codice|projectnummer|案件番号|番号|システムid|prosjektnr|projektnr|prosjektnummer|kostenstelle',
    'vertragsnummer|vertragsnr|vertrags nr|numero de marche|numero de contrato|numero do contrato|n contrato|n do contrato|契約番号|계약번호|projektinumero|cup|cislo projektu|numer projektu|연번|사업번호|과제번호|사업코드|과제코드|dnr|projektdefinition',
    'رقم المشروع|رمز المشروع|كود المشروع|رقم المبادره|رقم العقد|المعرف|expediente|n expediente|numero de expediente|номер проекта|код проекта',
    'proje no|proje kodu|proje numarasi|kode proyek|nomor proyek|no proyek|kode kegiatan|nomor kontrak|รหัสโครงการ|เลขที่โครงการ|เลขที่สัญญา',
    'ma du an|ma so du an',
  ),
  name: wordList(
    'наименование проекта|название проекта|наименование|проект|название',
    'projektname|projektbezeichnung|projekttitel|projekt|vorhaben|massnahme|maßnahme|bezeichnung',
    'titel|nom du projet|intitule du projet|intitule|projet|nom|nombre del proyecto|proyecto|nombre',
    'nome do projeto|projeto|projeto estrategico|nome|projectnaam|naam|nome del progetto|progetto|システム名|案件名',
    '事業名|プロジェクト名|名称|titolo progetto|titolo|projekttitel|projektets navn|projektnavn|prosjektnavn',
    'prosjekt|prosjekttittel|projektnamn|projektets namn|hankkeen nimi|hanke|projektin nimi|nazwa projektu',
    'initiativ|vertragsbezeichnung|intitule du marche|nombre del contrato|denominacion|denominacao|designation|libelle|iniciativa|契約名|契約件名|件名|계약명|tytul projektu|nazev projektu|nazev|사업명|과제명|프로젝트명|시스템명',
    'اسم المشروع|المشروع|عنوان المشروع|اسم المبادره|المبادره|مسمي المشروع|الاسم',
    'proje adi|projenin adi|proje|girisim|nama proyek|proyek|nama kegiatan|nama program|kegiatan|ชื่อโครงการ|โครงการ|ชื่องาน',
    'ten du an|du an|ten nhiem vu|nazwa zadania|zadanie',
  ),
  description: wordList(
    'beschreibung|kurzbeschreibung|projektbeschreibung|objet|descriptif|descripcion|descricao',
    'omschrijving|descrizione|概要|内容|doel|objectifs|obiettivi|projektets formal|formal|beskrivelse|beskrivning',
    'kuvaus|opis projektu|opis|popis|사업개요|사업내용|개요|leistungsbeschreibung|vertragsgegenstand|objet du marche|objeto|objeto del contrato|objeto do contrato|契約内容|계약내용|과업내용',
    'وصف المشروع|الوصف|نبذه عن المشروع|نبذه|نطاق العمل|описание',
    'aciklama|proje aciklamasi|kapsam|amac|deskripsi|uraian|tujuan|รายละเอียด|คำอธิบาย|วัตถุประสงค์|ขอบเขตงาน',
  ),
  stage: wordList(
    'статус|стадия|состояние',
    '進捗|avancement|statut|ステータス|umsetzungsstatus|projektstatus|projektphase|phase du projet|phase du projet en cours',
    'etat d avancement|etat|etat du projet|estado|estatus|fase|situacao|stato|stato avanzamento|stato di avanzamento|tilstand|vaihe|tila|stan|stav|etap|状況|状態|prosjektfase|projektfase|fas|etapa|フェーズ|工程',
    '進捗状況|추진상태|추진현황|진행상태|상태|단계|estado proyecto|estado del proyecto',
    'حاله المشروع|الحاله|مرحله المشروع|المرحله|وضع المشروع',
    'durum|durumu|proje durumu|asama|tahap|tahapan|status proyek|สถานะ|สถานะโครงการ|ความคืบหน้า',
    'tinh trang|trang thai|tien do|stan realizacji',
  ),
  status: wordList(
    'ampel|ampelstatus|projektampel|meteo|semaforo|stoplicht|trafiklys|trafikkljos|trafikkljus|gesamtbeurteilung|gesamtbewertung|gesamtstatus|lage',
  ),
  owner: wordList(
    'ответственный|исполнитель|руководитель проекта|ведомство|заказчик',
    'ejer|referente|所管課|担当部署|zustandig|zustandigkeit|direction metier|unidade demandante|area demandante|unidade requisitante|area requisitante|area responsable|主管部署|主管部門|所管部署|주관부서|projektleiter|projektleitung|verantwortlich|verantwortlicher|federfuhrendes ressort|federfuhrung',
    'dependencia|ressort|departement|amt|behorde|responsable|chef de projet|ministere porteur|ministere',
    'ministerio|organismo|responsavel|orgao|ministerie|opdrachtgever|responsabile|amministrazione',
    '발주기관|수요기관|발주처|府省|府省名|担当|担当課|部局|soggetto attuatore|ente|institution|virksomhet|virksomhed|myndighed|projektejer',
    'prosjektleder|projektleder|projektledare|projektagare|myndighet|omistaja|vastuuorganisaatio|vastuutaho',
    'beneficjent|wnioskodawca|kierownik projektu|zadavatel|rezort|federfuhrendes bundesland|주관기관|소관부처|담당부서|부처',
    'مدير المشروع|مالك المشروع|الجهه|الجهه المالكه|الجهه المنفذه|الجهه الحكوميه|المسؤول|الوزاره|الاداره|راعي المشروع',
    'sorumlu|proje yoneticisi|proje sahibi|birim|sorumlu birim|penanggung jawab|pemilik proyek|manajer proyek|unit kerja|ผู้รับผิดชอบ|หน่วยงาน|ผู้จัดการโครงการ|เจ้าของโครงการ',
    'don vi chu tri|don vi thuc hien|chu dau tu|nguoi phu trach|jednostka realizujaca|jednostka odpowiedzialna',
  ),
  startDate: wordList(
    'дата начала|срок начала|начало',
    'date previsionnelle de debut|date de debut previsionnelle|projektstart|startdatum|beginn|projektbeginn|date de debut|debut|fecha de inicio|inicio',
    'data de inicio|data di inizio|inizio|begindatum|開始日|着手日|期間 開始|debut du projet|startdato|oppstart|oppstartsdato|projektstart|alkupvm',
    '開始年度|事業開始年度|開始予定|開始時期|着手年度|data avvio|vertragsbeginn|debut du marche|date de notification|inicio de vigencia|inicio da vigencia|fecha inicio|契約開始日|契約日|계약시작일|계약일|aloituspaiva|data rozpoczecia|datum zahajeni|zahajeni|착수일|시작일|사업시작일|inicio previsto|data de inicio prevista',
    'تاريخ البدء|تاريخ بدء المشروع|تاريخ البدايه|بدايه المشروع|تاريخ بدايه المشروع|البدايه|fecha de formalizacion|fecha de adjudicacion',
    'baslangic|baslangic tarihi|baslama tarihi|tanggal mulai|mulai|วันที่เริ่ม|วันที่เริ่มต้น|วันเริ่มต้น|วันเริ่มโครงการ',
    'ngay bat dau|bat dau|thoi gian bat dau|ngay khoi cong',
  ),
  endDate: wordList(
    'дата окончания|срок окончания|окончание|дата завершения|плановый срок',
    'date previsionnelle de fin|date de fin previsionnelle|date de fin estimee|date previsionnelle de livraison|projektende|enddatum|ende|abschluss|date de fin|date de fin prevue|fin prevue|fecha de fin',
    'fecha de finalizacion|data de termino|data de conclusao|termino|einddatum|data di fine|fine',
    '終了日|完了日|終了|完了|終了年度|事業終了年度|終了予定年度|完了年度|完了予定|完了予定日|終了時期|完了時期|期間 終了|data fine|forventet slutdato|slutdato|sluttdato|planlagt ferdig|planlagt sluttdato|ferdigstillelse|planlagt ferdigstillelse|ferdigstilt|afslutning|forventet afslutning|idriftsaettelse|slut|voraussichtliches ende|geplantes ende|fecha termino',
    'forventet slut|fin previsionnelle|mise en service prevue|mise en service|date de livraison|echeance|リリース予定|リリース日|稼働予定|終了予定|vertragsende|laufzeit bis|fin du marche|fin de vigencia|fim da vigencia|fecha fin|fin|契約終了日|履行期限|계약종료일|slutdatum|planerat slutdatum|loppupvm|paattymispaiva|data zakonczenia|datum ukonceni|ukonceni|geplanter go live|종료일|완료예정일|사업종료일|termino previsto|fim previsto|conclusao prevista',
    'تاريخ الانتهاء|تاريخ انتهاء المشروع|تاريخ النهايه|نهايه المشروع|تاريخ الانجاز|تاريخ التسليم|النهايه',
    'bitis|bitis tarihi|planlanan bitis|hedef tarih|tanggal selesai|selesai|target selesai|วันที่สิ้นสุด|วันสิ้นสุด|วันที่เสร็จ|กำหนดแล้วเสร็จ',
    'ngay ket thuc|ket thuc|ngay hoan thanh|thoi gian ket thuc',
  ),
  budget: wordList(
    'бюджет|стоимость|объем финансирования|общая стоимость',
    'gesamtbudget|gesamtkosten|kredit|gesamtkredit|verpflichtungskredit|bewilligter kredit|monto autorizado|monto|plankosten|projektkosten|cout estime|cout total|montant|presupuesto',
    'importe|coste total|valor previsto|valor total|orcamento|kosten|oorspronkelijke kosten|begroting',
    '総事業費|gesamtausgaben|gesamtaufwand|gesamtvolumen|geschatte projectkosten|projectkosten|totalkostnad|beraknad totalkostnad|costo total|custo total|total previsto|aktuelt estimat|aktuelt budget|ライフサイクルコスト|styringsramme|bewilligte mittel|bewilligt|enveloppe|enveloppe ttc|capex aprobado|valor estimado|承認予算|vertragswert|auftragswert|auftragssumme|montant du marche|valor del contrato|monto|valor do contrato|계약금액|costo totale|importo|finanziamento totale|finanziamento|cout previsionnel|cout initial|cout',
    'mittelvolumen|herijkte kosten|initiele kosten|samlede projektudgifter|samlet budget|projektudgifter|kostnadsramme',
    'total kostnad|kostnad|totalbudget|budsjett|kokonaiskustannukset|kustannukset|budjetti|wartosc projektu|calkowita wartosc|wartosc|budzet',
    'celkove naklady|investimento total|investimento|inversion total|inversion|begroot|begroot bedrag|presupuesto aprobado|rozpocet|총사업비|사업비|예산|予算|予算額|契約金額',
    'الميزانيه|ميزانيه المشروع|الموازنه|الميزانيه المعتمده|التكلفه الاجماليه|التكلفه التقديريه|تكلفه المشروع|التكلفه|قيمه المشروع|قيمه العقد|المبلغ',
    'butce|proje butcesi|tutar|proje bedeli|sozlesme bedeli|toplam butce|toplam maliyet|maliyet|anggaran|pagu anggaran|pagu|nilai proyek|nilai kontrak|งบประมาณ|มูลค่าโครงการ|วงเงิน',
    'tong muc dau tu|tong kinh phi|kinh phi|du toan|ngan sach',
  ),
  spent: wordList(
    'израсходовано|освоено|кассовое исполнение',
    'ist kosten|istkosten|aufwand bisher|ausgaben|depense|depenses|montant depense|gastado|ejecutado|monto ejercido|ejercido|monto pagado|devengado',
    'valor executado|valor pago|uitgaven|gerealiseerde kosten|speso|執行額|支出額|werkelijke kosten|forbrug til dato|forbrug|palopt|regnskap|utfall|upparbetat',
    'mittelabfluss|gerealiseerd|consuntivo|verausgabt|davon verausgabt|abgeflossen|mandate|consomme|realise|valor empenhado|empenhado|実績|実績額|toteutunut|wydatki|poniesione wydatki|cerpani|집행액|지출액|daadwerkelijke kosten|kumulierter aufwand|ist aufwand|ist ausgaben|ist|gasto acumulado|gasto ejecutado|gasto',
    'المصروفات|المصروف|المنصرف|الصرف الفعلي|المبلغ المصروف|التكلفه الفعليه',
    'harcanan|harcama|gerceklesen|gerceklesen harcama|gerceklesen maliyet|realisasi|realisasi anggaran|ใช้จ่ายจริง|เบิกจ่าย|เบิกจ่ายแล้ว',
    'giai ngan|da giai ngan|da chi|wydatkowano',
  ),
  capabilities: wordList(
    'fachliche fahigkeit|fahigkeit|fahigkeiten|capacite metier|zone fonctionnelle|capacidad',
    'capacidad de negocio|capacidade|functie|業務機能',
  ),
  partners: wordList(
    'dienstleister|lieferant|lieferanten|auftragnehmer|prestataire|prestataires|fournisseur',
    'fournisseurs|titulaire|proveedor|proveedores|fornecedor|fornecedores|leverancier|leveranciers',
    '請負業者|請負者|契約業者|受託者|계약업체|개발업체|開発ベンダー|ベンダー|협력사|협력업체|auftragnehmerin|vertragspartner|anbieter|attributaire|adjudicataire|cocontractant|contratista|adjudicatario|contratada|contratado|契約相手方|契約先|委託先|受注者|계약업체|계약상대자|업체명|fornitore|fornitori|受託者|事業者|leverandor|leverandorer|leverantor|leverantorer|toimittaja|wykonawca|dodavatel|수행사|공급업체',
    'المقاول|المورد|الشركه المنفذه|الشركه|الشريك|подрядчик|поставщик',
    'yuklenici|tedarikci|penyedia|rekanan|mitra|ผู้รับจ้าง|คู่สัญญา',
  ),
  parent: wordList(
    'programm|teilprogramm|programa|programma|themenfeld|ohjelma|ministeromrade',
    'ubergeordnetes projekt|ubergeordnet|oberprojekt|hauptprojekt|projet pere|proyecto padre|padre|projeto pai|progetto padre|bovenliggend project|親プロジェクト|親id|親番号|상위과제|상위 과제|상위사업',
    'البرنامج|اسم البرنامج|المشروع الرئيسي|программа',
    'program adi|proje grubu|แผนงาน',
  ),
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
  'vakant',
  'vacature',
  'n.n.b.',
  'n.n.b',
  'leer',
  'inconnu',
  'vide',
  'à pourvoir',
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
  '미정',
  '미상',
  '없음',
  '해당없음',
  '해당 없음',
  'por determinar',
  'a determinar',
  'à déterminer',
  'nicht bekannt',
  'غير محدد',
  'غير متوفر',
  'لا يوجد',
  'لا ينطبق',
  'нет данных',
  'ikke avklart',
  'ikke fastsatt',
  'ej fastställt',
  'ej fastställd',
  'не определено',
  'belirsiz',
  'bilinmiyor',
  'yok',
  'belum ada',
  'tidak ada',
  'ไม่มี',
  'ไม่ระบุ',
];

/** Letters that no accent makes of others. */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', æ: 'ae', ı: 'i' };

/** A phrase as it stands in `otherWords`: only Latin letters lose their accents, other scripts are made of theirs. */
export const withoutAccents = (phrase: string): string =>
  foldArabic(phrase)
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[øłđæı]/g, (letter) => LETTERS[letter] ?? letter);
