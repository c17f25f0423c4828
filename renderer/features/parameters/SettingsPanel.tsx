import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoDate } from '../../../shared/domain/primitives.ts';
import type { Portfolio } from '../../../shared/domain/records.ts';
import { formatMonthName, toMajor } from '../../../shared/text/format.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { setCurrency } from '../../state/portfolioActions.ts';
import { currencyChoices } from '../../ui/currencies.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { parseMoney, parseNumber } from '../../ui/parse.ts';
import { setPortfolioSetting } from './parameterActions.ts';
import css from './parameters.module.css';

type Checked =
  | { readonly ok: true; readonly value: string | number | null }
  | { readonly ok: false; readonly error: string };

/** Settings of the portfolio that figures rest on where a record says nothing. */
export function SettingsPanel({
  portfolio,
  readOnly,
}: {
  readonly portfolio: Portfolio;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('parameters');
  const { t: inspector } = useTranslation('inspector');
  const figures = useFigureWords();
  const { currency } = portfolio;
  const number = (text: string, low: number, high: number, whole: boolean, empty: boolean): Checked => {
    const parsed = parseNumber(text);
    if (!parsed.ok) return { ok: false, error: inspector(parsed.reason) };
    if (parsed.value === null && empty) return { ok: true, value: null };
    const good =
      parsed.value !== null &&
      parsed.value >= low &&
      parsed.value <= high &&
      (!whole || Number.isInteger(parsed.value));
    const range = { low: figures.number(low, 2), high: figures.number(high, 2) };
    return good ? { ok: true, value: parsed.value } : { ok: false, error: t('invalid.range', range) };
  };
  const months = Array.from({ length: 12 }, (_, k) => ({
    id: String(k + 1),
    text: formatMonthName(k + 1, figures.language),
  }));
  return (
    <section className={css.settings} aria-label={t('settings.title')}>
      <h2>{t('settings.title')}</h2>
      <p className={css.help}>{t('settings.note')}</p>
      <fieldset disabled={readOnly} className={css.fields}>
        <legend className="visuallyHidden">{t('settings.title')}</legend>
        <Setting
          field="dayRate"
          value={portfolio.dayRate === null ? '' : String(toMajor(portfolio.dayRate, currency))}
          check={(text) => {
            const parsed = parseMoney(text, currency);
            return parsed.ok ? parsed : { ok: false, error: inspector(parsed.reason) };
          }}
        />
        <Setting
          field="assumedPaybackMonths"
          value={portfolio.assumedPaybackMonths === null ? '' : String(portfolio.assumedPaybackMonths)}
          check={(text) => number(text, 0.1, 600, false, true)}
        />
        <Setting
          field="draws"
          value={String(portfolio.draws)}
          check={(text) => number(text, 100, 100_000, true, false)}
        />
        <Setting
          field="seed"
          value={String(portfolio.seed)}
          check={(text) => number(text, 0, 0xffffffff, true, false)}
        />
        <Setting
          field="duplicateThreshold"
          value={String(portfolio.duplicateThreshold)}
          check={(text) => number(text, 0.1, 1, false, false)}
        />
        <Setting
          field="dataDate"
          value={portfolio.dataDate ?? ''}
          check={(text) => {
            const day = text.trim();
            if (day === '') return { ok: true, value: null };
            return isIsoDate(day) ? { ok: true, value: day } : { ok: false, error: t('invalid.date') };
          }}
        />
        <SelectField
          label={t('setting.fiscalYearStartMonth')}
          help={t('setting.fiscalYearStartMonth.help')}
          value={String(portfolio.fiscalYearStartMonth)}
          choices={months}
          onChange={(month) => void setPortfolioSetting('fiscalYearStartMonth', Number(month))}
        />
        <SelectField
          label={t('setting.currency')}
          help={t('setting.currency.help')}
          value={currency}
          choices={currencyChoices(figures.language)}
          onChange={(code) => void setCurrency(code)}
        />
      </fieldset>
    </section>
  );
}

type TypedSetting = 'dayRate' | 'assumedPaybackMonths' | 'draws' | 'seed' | 'duplicateThreshold' | 'dataDate';

function Setting({
  field,
  value,
  check,
}: {
  readonly field: TypedSetting;
  readonly value: string;
  readonly check: (text: string) => Checked;
}) {
  const { t } = useTranslation('parameters');
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const checked = check(text);
  return (
    <div data-field={`portfolio.${field}`}>
      <TextField
        label={t(`setting.${field}`)}
        help={t(`setting.${field}.help`)}
        error={checked.ok ? null : checked.error}
        value={text}
        onChange={setText}
        onKeep={() => {
          if (checked.ok && text !== value) void setPortfolioSetting(field, checked.value);
        }}
      />
    </div>
  );
}
