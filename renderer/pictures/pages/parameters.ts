import type { ParameterSetting } from '../../../shared/domain/records.ts';
import { PARAMETERS, type ParameterInfo } from '../../../shared/model/parameterTable.ts';
import { formatDate, formatInstant, formatMonthName, toMajor } from '../../../shared/text/format.ts';
import { bracketed, joinWords } from '../../../shared/text/join.ts';
import { shownParameters } from '../../features/parameters/shownParameters.ts';
import { inputValue } from '../../features/receipts/parameterWords.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { MASK } from '../hide.ts';
import { rowsPage } from './rowsPage.ts';

const MOST_PAGES = 6;

/** A parameter or a setting of the portfolio, in words; null where it is not known or does not apply. */
interface Line {
  readonly group: string;
  readonly name: string;
  readonly value: string | null;
  readonly usual: string | null;
  readonly range: string | null;
  readonly evidence: string | null;
  readonly set: string | null;
}

/** What the model assumes: what was set here first, then the settings of the portfolio, then all that stands at its default. */
export function parameterPages(context: PageContext): readonly PageDraft[] {
  const { settings, say, figures, look, join } = context;
  const pages = say('reportPages');
  const isSet = ({ id }: ParameterInfo): boolean => Object.hasOwn(settings.parameters, id);
  const line = (info: ParameterInfo): Line => parameterLine(info, settings.parameters[info.id], context);
  const set = PARAMETERS.filter(isSet);
  const all = PARAMETERS.length;
  const choice = look?.parameters ?? { search: '', changedOnly: false };
  const shown = shownParameters(choice, settings.parameters, say('parameters'));
  const isFiltered = shown.length < all;
  return rowsPage<Line>(context, {
    name: say('reports')('page.parameters'),
    title:
      set.length === 0
        ? pages('parameters.none', { count: all })
        : pages('parameters.some', { count: set.length, all: figures.number(all) }),
    subtitle: join([
      isFiltered ? '' : pages('parameters.subtitle'),
      isFiltered ? pages('filtered', { shown: figures.number(shown.length), all: figures.number(all) }) : '',
    ]),
    mostPages: MOST_PAGES,
    rows: [
      ...shown.filter(isSet).map(line),
      // They stand beside the parameters, whatever is searched for there.
      ...(isFiltered ? [] : settingLines(context)),
      ...shown.filter((info) => !isSet(info)).map(line),
    ],
    columns: [
      { id: 'group', label: pages('parameters.group'), share: 13, text: ({ group }) => group },
      { id: 'name', label: pages('parameters.name'), share: 23, text: ({ name }) => name },
      { id: 'value', label: pages('parameters.value'), share: 14, text: ({ value }) => value },
      { id: 'default', label: pages('parameters.default'), share: 12, text: ({ usual }) => usual },
      { id: 'range', label: pages('parameters.range'), share: 15, text: ({ range }) => range },
      { id: 'evidence', label: pages('parameters.evidence'), share: 27, text: ({ evidence }) => evidence },
      { id: 'set', label: pages('parameters.set'), share: 12, text: ({ set: by }) => by },
    ],
  });
}

function parameterLine(
  info: ParameterInfo,
  setting: ParameterSetting | undefined,
  { options, settings, figures, say }: PageContext,
): Line {
  const t = say('parameters');
  const hidden = options.amounts === 'hidden' && info.unit.startsWith('money');
  const words = (value: ParameterInfo['default']): string =>
    hidden ? MASK : inputValue({ value, unit: info.unit }, figures, settings.currency);
  const range =
    info.min === null || info.max === null
      ? t('noRange')
      : say('reportPages')('parameters.between', { low: words(info.min), high: words(info.max) });
  const when = setting ? formatInstant(setting.at, options.language) : '';
  return {
    group: t(`group.${info.group}`),
    name: t(`param.${info.id}`),
    value: words(setting?.value ?? info.default),
    usual: words(info.default),
    range,
    evidence: [
      info.sources.length > 0
        ? bracketed(
            t(`strength.${info.strength}`),
            joinWords(info.sources, options.language),
            options.language,
          )
        : t(`strength.${info.strength}`),
      ...(info.disputed ? [t('disputed')] : []),
    ].join(' · '),
    set: !setting
      ? null
      : setting.by === '' || options.names === 'hidden'
        ? t('setNobody', { when })
        : t('setBy', { who: setting.by, when }),
  };
}

/** Facts of the portfolio that figures rest on where a record says nothing. */
function settingLines({ settings, options, figures, say }: PageContext): readonly Line[] {
  const t = say('parameters');
  const setting = (id: SettingId, value: string | null): Line => ({
    group: t('settings.title'),
    name: t(`setting.${id}`),
    value: value ?? t('setting.unknown'),
    usual: null,
    range: null,
    evidence: null,
    set: null,
  });
  const number = (value: number | null): string | null => (value === null ? null : figures.number(value, 2));
  return [
    setting(
      'dayRate',
      settings.dayRate === null ? null : figures.money(toMajor(settings.dayRate, settings.currency)),
    ),
    setting('assumedPaybackMonths', number(settings.assumedPaybackMonths)),
    setting('draws', number(settings.draws)),
    setting('seed', String(settings.seed)),
    setting('duplicateThreshold', number(settings.duplicateThreshold)),
    setting('dataDate', formatDate(settings.dataDate, options.language)),
    setting('fiscalYearStartMonth', formatMonthName(settings.fiscalYearStartMonth, options.language)),
    setting('currency', settings.currency),
  ];
}

type SettingId =
  | 'dayRate'
  | 'assumedPaybackMonths'
  | 'draws'
  | 'seed'
  | 'duplicateThreshold'
  | 'dataDate'
  | 'fiscalYearStartMonth'
  | 'currency';
