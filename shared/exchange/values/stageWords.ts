import type { Initiative, Mode } from '../../domain/records.ts';
import { matchKey } from '../table/cellText.ts';
import { withoutAccents } from './otherLanguages.ts';
import { toSimplified } from './traditional.ts';
import { wordList } from './wordList.ts';

type Stage = NonNullable<Initiative['stage']>;

const STAGE_WORDS: Readonly<Record<Stage, readonly string[]>> = {
  idea: wordList(
    'idea|concept|ideation|draft|intake|submitted|request|requested|proposal|proposed|想法|构想|概念|提议|草案',
    '已提交|建议',
    'en estudio|企画|企画中|構想中|funnel|new idea|ideas|idéfase|conceptualised|conceptualized|谋划|谋划中|前期谋划|구상',
    'فكرة|مقترح',
    'fikir|öneri|ide|usulan|ιδέα|πρόταση|רעיון|ідея|ötlet|idee',
  ),
  candidate: wordList(
    'candidate|backlog|under review|in review|evaluation|assessment|business case|initiation|候选',
    '备选|评审|评审中|评估|评估中|待评审|待审批|储备|initiatie|cadrage|etude|étude',
    'en evaluación|em avaliação|検討中|portfolio backlog|analyzing|analysing|pipeline|idé|储备项目|前期工作|前期|立项中|검토|검토중|analyse|forprosjekt|konseptfase|foranalyse|förstudie|forstudie|initialisierung|konzept|discovery|factibilidad|prefactibilidad|analyysi|v přípravě',
    'قيد الدراسة|قيد المراجعة',
    'discovering|unapproved|υπό έγκριση|υπό αξιολόγηση|בבדיקה|előkészítés alatt|în evaluare|на розгляді',
    'değerlendirme|değerlendirmede|kajian|อยู่ระหว่างพิจารณา',
  ),
  planned: wordList(
    'planned|pending|планируется|запланирован|запланировано|запланирована|не начат|計画中|予定|planning|approved|scheduled|not started|ready|upcoming|future|funded|plan|planification|已计划|计划',
    '计划中|规划|规划中|已批准|已立项|立项|未开始|未启动|待启动|待开始|in planung|geplant|planifié',
    'planificado|planejado|gepland|initiated|拟建|计划建设',
    'aprobado|aprobada|aprovado|por iniciar|no iniciado|não iniciado|a iniciar|à lancer|non démarré|nicht begonnen|noch nicht begonnen|未着手|着手前|to do|todo|initiating|project initiation|project planning|sin iniciar|neu|未开工|待开工|拟开工|新开工|立项批复|en cadrage|en préparation|in voorbereiding|planlagt|planering|suunnittelu|planowany|w przygotowaniu|připravuje se|pianificato|da avviare|计划开工|initiate|ej startat|ej påbörjat|ikke startet|ikke påbegynt|ikke påbegyndt|não iniciada|no iniciada|발주예정|계획|예정|준비중|under planning|筹备中|筹备',
    'مخطط|مخطط له|لم يبدأ|لم يبدا|معتمد',
    'planlandı|planlanıyor|planlanan|başlamadı|onaylandı|direncanakan|belum dimulai|belum mulai|disetujui|วางแผน|ยังไม่เริ่ม|อนุมัติ|อนุมัติแล้ว',
    'crtd|erof',
    'in vorbereitung|planlegging|planlægning|pripravovaný|προγραμματισμένο|προγραμματίζεται|υπό σχεδιασμό|δεν έχει ξεκινήσει|מתוכנן|בתכנון|טרם החל|טרם התחיל|заплановано|запланований|планується|не розпочато|tervezett|planificat|neînceput',
    'chưa bắt đầu|chưa triển khai|đã phê duyệt|planowane|planowana',
    'planuojamas|planuojama|plānots|plānota|kavandatud|plaanis|planiran|planirano|planirana|načrtovan|načrtovano|برنامه ریزی شده',
    'непочел|непочнат|no iniciat|pendent d inici|ekki hafið',
  ),
  active: wordList(
    'active|rollout|roll out|em curso|執行中|辦理中|办理中|adjudicado|adjudicada|in progress|in-progress|inprogress|started|running|open|underway|under way|in delivery',
    'delivering|delivery|in execution|execution|execution and control|project execution|executing|구축|구축중|conception / réalisation|in development|development|implementation|implementing',
    'on track|ongoing|on going|on-going|aktiv|activo|actif|attivo|ativo|läuft|laufend|в работе|реализуется|выполняется|current|wip|in flight|进行中|实施|实施中|执行中|在建|建设中|开发中|开发|推进中',
    '已启动|正在进行|运行中|work in progress|in umsetzung|umsetzung|laufend|in bearbeitung|en cours',
    'réalisation|déploiement|en curso|en ejecución|em andamento|em execução|in uitvoering|realisatie',
    'in corso|開発中|運用中|実施中',
    'pilot|piloting|pilotphase|需求分析|需求调研|设计中|招标中|采购中|测试|测试中|联调测试|上线试运行|試験中|テスト中|要件定義|設計中|설계중|개발중|doing|execute|deliver|realise|realize|build|construction|design|procurement|testing|working on it|under implementation|under construction|en réalisation|en déploiement|uitvoering|realisatiefase|gennemførelse|igangværende|pågår|pågående|gjennomføring|genomförande|käynnissä|toteutus|w realizacji|w trakcie realizacji|realizace|v realizaci|in corso di esecuzione|in esecuzione|avviato|realisierung|einführung|ejecución|diseño|en licitación|signed|alpha|beta|private beta|public beta|close|closure|実装|設計・開発|運用・保守|实现中|实施阶段|建设阶段|开发阶段|设计阶段|测试阶段|已招标|进展顺利|施工中|正在建设|建设期|试运行|추진중|진행중|진행|구축중|운영중|closing',
    'قيد التنفيذ|تحت التنفيذ|جاري|جاري التنفيذ|جارٍ|نشط',
    'devam ediyor|devam eden|yürütülüyor|sürüyor|uygulama|test|berjalan|sedang berjalan|pelaksanaan|dalam proses|กำลังดำเนินการ|อยู่ระหว่างดำเนินการ|ดำเนินการ',
    'rel|frei|teilfrei|prel|developing|close out|closeout|close-out',
    'travail en cours|trabajo en curso|trabalho em andamento|en cours de réalisation|en cours de mise en œuvre|käyttöönotto|v realizácii|dalam pelaksanaan|σε εξέλιξη|υπό υλοποίηση|σε υλοποίηση|υλοποιείται|בביצוע|בתהליך|פעיל|בעבודה|виконується|реалізується|триває|в роботі|folyamatban|megvalósítás alatt|în implementare|în derulare|în curs|în curs de implementare',
    'đang thực hiện|đang triển khai|realizowany|realizowane',
    'vykdomas|vykdoma|įgyvendinamas|įgyvendinama|notiek|īstenošanā|tiek īstenots|töös|käimas|elluviimisel|u provedbi|u tijeku|u toku|v izvajanju|v teku|در حال اجرا|در دست اجرا',
    'в изпълнение|в процес на изпълнение|у току|у реализацији|en execució|en curs|í vinnslu|í gangi|на стадии реализации|în implementare',
    'lavori in corso|正在处理|lopend|opened|in arbeit|开发测试',
  ),
  paused: wordList(
    'paused|parked|stalled|on hold|on-hold|hold|suspended|deferred|postponed|blocked|暂停|已暂停|挂起|中断|搁置|推迟',
    '延期|暂缓|sistiert|zurückgestellt|pausiert|ruhend|suspendu|suspendido|suspenso|opgeschort|sospeso',
    'stuck|on pause|pauset|vilande|keskeytetty|wstrzymany|pozastaveno|缓建|停建|已挂起|보류|중단',
    'متوقف|معلق|مؤجل',
    'beklemede|askıda|ertelendi|tertunda|ditunda|ระงับ|ชะลอ',
    'tạm dừng|σε αναστολή|מושהה|בהמתנה|מוקפא|призупинено|felfüggesztve|felfüggesztett|suspendat',
    'sustabdytas|apturēts|peatatud|obustavljeno|pauzirano|ustavljeno',
  ),
  done: wordList(
    'done|завершен|завершён|завершено|завершена|выполнен|выполнено|closed|complete|completed|finished|delivered|live|in production|released|closed out',
    'completed - closed|financially closed|operationally closed|完成|已完成|结束|已结束|已关闭|关闭|已交付|已上线|上线|结项|已结项|验收',
    '已验收|closed complete|abgeschlossen|fertig|erledigt|umgesetzt|project closeout|terminé|achevé|finalizado|terminado',
    'completado|concluído|afgerond|gereed|completato|完了',
    'concluido|cerrado|cerrada|encerrado|entregue|entregado|livré|terminée|clôturé|go-live erfolgt|closed - complete|afsluttet|avsluttet|avslutad|avslutat|valmis|päättynyt|zakończony|zakończono|ukončeno|dokončeno|concluso|ultimato|concluída|finalizada|completada|terminada|post implementation|已实现|已竣工|竣工|已建成|建成|完工|已完工|완료|종료',
    'مكتمل|منتهي|منجز|مغلق|مكتملة',
    'tamamlandı|bitti|kapandı|selesai|เสร็จสิ้น|แล้วเสร็จ|ดำเนินการแล้วเสร็จ',
    'teco|tabg|clsd|abgs|resolved|shipped',
    'siap|ukončený|ολοκληρώθηκε|ολοκληρωμένο|ολοκληρωμένη|περατωμένο|הסתיים|הושלם|סגור|завершений|виконано|завершено|befejezett|befejeződött|lezárt|finalizat|încheiat',
    'hoàn thành|đã hoàn thành|zakończone|zakończona|zrealizowany|zrealizowane',
    'baigtas|baigta|įgyvendintas|pabeigts|pabeigta|lõpetatud|lõppenud|završen|završeno|zaključen|zaključeno|تکمیل شده|خاتمه یافته|پایان یافته',
    'приключен|приключил|завършен|завршен|завршено|finalitzat|finalitzada|acabat|lokið|реализован|реализовано',
    '已投产|投产|handed over',
    'geschlossen|geschlossen abgeschlossen|fermé|fermé terminé|cerrado completo|fechado concluído|fechado completo|chiuso completo|已关闭 - 完成|закрыта|закрыт|クローズ|クローズ済み|クローズ済み - 完了',
  ),
  stopped: wordList(
    'stopped|отменено|отменена|cancelled|canceled|terminated|abandoned|rejected|withdrawn|discontinued|dropped|killed',
    'geschlossen unvollständig|fermé incomplet|cerrado incompleto|fechado incompleto|クローズ済み - 未完了|停办|停止|已停止|отменен|прекращен|取消|已取消|终止|已终止|撤销|已撤销|已拒绝|否决|放弃|closed incomplete',
    'closed skipped|abgebrochen|eingestellt|abandonné|arrêté|cancelado|gestopt|annullato|中止',
    'stoppet|nedlagt|avbruten|peruttu|anulowany|zrušeno|interrotto|취소',
    'ملغي|ملغى|ملغاة',
    'iptal|iptal edildi|durduruldu|dibatalkan|batal|ยกเลิก',
    'hủy|đã hủy|ακυρώθηκε|בוטל|скасовано|відмінено|törölt|törölve|anulat|reziliat',
    'nutrauktas|pārtraukts|atcelts|katkestatud|tühistatud|otkazano|prekinuto|preklicano|لغو شده',
    'прекратен|отказан|обустављен|cancel·lat|hætt við',
  ),
};

const MODE_WORDS: Readonly<Record<Mode, readonly string[]>> = {
  project: wordList('project|projects|programme|program|project mode|waterfall|项目|项目制|工程|项目群'),
  product: wordList(
    'product|products|product team|product mode|product line|value stream|agile product|产品|产品团队',
    '产品制|产品线|价值流',
  ),
};

/** A coloured sign before a word of a board: 🟢 On track. */
const SIGN = /^(?:\p{Extended_Pictographic}|\uFE0F|\s)+(?=\p{L})/u;
/** Capitals are often written without their accents: EJECUCION. */
const keyOf = (text: string): string =>
  withoutAccents(toSimplified(matchKey(text).replace(SIGN, '').replace(/!+$/, '')));

function invert<T extends string>(words: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  const entries = Object.entries(words) as [T, readonly string[]][];
  return new Map(entries.flatMap(([value, list]) => list.map((word) => [keyOf(word), value] as const)));
}
const stages = invert(STAGE_WORDS);
const modes = invert(MODE_WORDS);

type StageWord = { readonly stage: Stage; readonly exact: boolean } | null;
/** Lists say few different things; the memory ends before a hostile one could fill it. */
const MAX_REMEMBERED = 2_000;
const seenStages = new Map<string, StageWord>();
const seenModes = new Map<string, Mode | null>();

function remember<T>(memory: Map<string, T>, text: string, read: (key: string) => T): T {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const value = read(keyOf(text));
  if (memory.size < MAX_REMEMBERED) memory.set(text, value);
  return value;
}

/** A word in Chinese before the same in English. */
const TWO_SCRIPTS = /^([\u4e00-\u9fff]+)\s+([a-z ]+)$/;

/** The number of a choice before its word: (2) In Progress, 3 - Build, 1. Idea. */
const CHOICE = /^(?:\(\d{1,2}\)|\d{1,2}\s*[-.:)])\s*/;

function findStage(said: string): StageWord {
  const key = said.replace(CHOICE, '');
  const exact = stages.get(key);
  if (exact) return { stage: exact, exact: true };
  const head = key.split(/\s*[(（[:：]|\s[-–—/|]\s/)[0] ?? '';
  const [, chinese = '', latin = ''] = TWO_SCRIPTS.exec(key) ?? [];
  const partly = stages.get(head.trim()) ?? stages.get(chinese) ?? stages.get(latin);
  return partly ? { stage: partly, exact: false } : null;
}

/** Our stage for a word in either language; `exact` is false when only the words before a bracket or dash say it. */
export function readStage(text: string): StageWord {
  return remember(seenStages, text, findStage);
}

/** Our mode for a word in either language, or null. */
export function readMode(text: string): Mode | null {
  return remember(seenModes, text, (key) => modes.get(key) ?? null);
}
