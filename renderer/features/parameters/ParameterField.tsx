import { RotateCcw } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParameterSetting } from '../../../shared/domain/records.ts';
import { type ParameterInfo, WEINBERG_SWITCH_TABLE } from '../../../shared/model/parameterTable.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { inputValue } from '../receipts/parameterWords.ts';
import css from './parameters.module.css';
import { type ParameterValue, readParameter, sameValue, typedText } from './parameterValue.ts';

const SLIDER_STEPS = 200;

/** One parameter: its value to be changed, what it means, how sure it is, and who set it. */
export function ParameterField({
  info,
  inherited,
  setting,
  readOnly,
  onChange,
  compact = false,
  field,
}: {
  readonly info: ParameterInfo;
  /** The value that rules where nobody set one here. */
  readonly inherited: ParameterValue;
  readonly setting: ParameterSetting | undefined;
  readonly readOnly: boolean;
  /** Null lets the inherited value rule again. */
  readonly onChange: (value: ParameterValue | null) => void;
  readonly compact?: boolean;
  readonly field?: string;
}) {
  const { t } = useTranslation('parameters');
  const figures = useFigureWords();
  const currency = useCurrency();
  const id = useId();
  const value: ParameterValue = setting?.value ?? inherited;
  const say = (each: ParameterValue): string =>
    inputValue({ value: each, unit: info.unit }, figures, currency);
  const range = info.min !== null && info.max !== null ? { low: say(info.min), high: say(info.max) } : null;
  const changed = setting !== undefined;
  return (
    <div className={css.parameter} data-changed={changed} data-compact={compact} data-field={field}>
      <div className={css.words}>
        <label htmlFor={id} className={css.name}>
          {t(`param.${info.id}`)}
        </label>
        {info.disputed && (
          <span className={css.disputed} title={info.dispute ? t(`dispute.${info.dispute}`) : undefined}>
            {t('disputed')}
          </span>
        )}
        {!compact && <p className={css.help}>{t(`help.${info.id}`)}</p>}
        {info.dispute && <p className={css.dispute}>{t(`dispute.${info.dispute}`)}</p>}
      </div>
      <div className={css.control}>
        <Control {...{ id, info, value, readOnly }} onChange={onChange} range={range} />
        {changed && !readOnly && (
          <button
            type="button"
            className={css.reset}
            aria-label={t('resetTo', { name: t(`param.${info.id}`), value: say(inherited) })}
            title={t('resetTo', { name: t(`param.${info.id}`), value: say(inherited) })}
            onClick={() => onChange(null)}
          >
            <RotateCcw size={14} aria-hidden />
          </button>
        )}
      </div>
      <div className={css.facts}>
        <span>{t('default', { value: say(inherited) })}</span>
        {!compact && <span>{range ? t('range', range) : t('noRange')}</span>}
        {!compact && (
          <span>
            {t(`strength.${info.strength}`)}
            {info.sources.length > 0 && ` (${info.sources.join(', ')})`}
          </span>
        )}
        {setting && (
          <span className={css.who}>
            {setting.by === ''
              ? t('setNobody', { when: formatInstant(setting.at, figures.language) ?? '' })
              : t('setBy', { who: setting.by, when: formatInstant(setting.at, figures.language) ?? '' })}
          </span>
        )}
      </div>
    </div>
  );
}

function Control({
  id,
  info,
  value,
  readOnly,
  range,
  onChange,
}: {
  readonly id: string;
  readonly info: ParameterInfo;
  readonly value: ParameterValue;
  readonly readOnly: boolean;
  readonly range: { readonly low: string; readonly high: string } | null;
  readonly onChange: (value: ParameterValue) => void;
}) {
  const { t } = useTranslation('parameters');
  const currency = useCurrency();
  if (info.kind === 'boolean') {
    return (
      <select
        id={id}
        className={css.input}
        disabled={readOnly}
        value={value === true ? 'yes' : 'no'}
        onChange={(event) => onChange(event.target.value === 'yes')}
      >
        <option value="yes">{t('flag.yes')}</option>
        <option value="no">{t('flag.no')}</option>
      </select>
    );
  }
  if (info.kind === 'choice') {
    return (
      <select
        id={id}
        className={css.input}
        disabled={readOnly}
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
      >
        {(['gross', 'net'] as const).map((choice) => (
          <option key={choice} value={choice}>
            {t(`choice.${choice}`)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <Typed
      {...{ id, info, value, readOnly, range, onChange }}
      unit={info.kind === 'table' ? '%' : t(`unit.${info.unit}`, { currency, count: Number(value) })}
    />
  );
}

function Typed({
  id,
  info,
  value,
  readOnly,
  range,
  unit,
  onChange,
}: {
  readonly id: string;
  readonly info: ParameterInfo;
  readonly value: ParameterValue;
  readonly readOnly: boolean;
  readonly range: { readonly low: string; readonly high: string } | null;
  readonly unit: string;
  readonly onChange: (value: ParameterValue) => void;
}) {
  const { t } = useTranslation('parameters');
  const said = typedText(info, value);
  const [text, setText] = useState(said);
  useEffect(() => setText(said), [said]);
  const read = readParameter(info, text);
  const keep = (next: string): void => {
    const parsed = readParameter(info, next);
    if (parsed.ok && !sameValue(parsed.value, value)) onChange(parsed.value);
  };
  const slider = info.kind !== 'table' && info.min !== null && info.max !== null && typeof value === 'number';
  const step = slider ? niceStep(info) : 1;
  return (
    <div className={css.typed}>
      <div className={css.line}>
        <input
          id={id}
          className={css.input}
          inputMode="decimal"
          readOnly={readOnly}
          aria-invalid={read.ok ? undefined : true}
          aria-describedby={`${id}-note`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => (read.ok ? keep(text) : setText(said))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep(text);
            else if (event.key === 'Escape') setText(said);
          }}
        />
        <span className={css.unit}>{unit}</span>
      </div>
      {slider && (
        <input
          type="range"
          className={css.slider}
          aria-label={t(`param.${info.id}`)}
          disabled={readOnly}
          min={info.min ?? 0}
          max={info.max ?? 1}
          step={step}
          value={read.ok && typeof read.value === 'number' ? read.value : Number(value)}
          onChange={(event) => setText(typedText(info, Number(Number(event.target.value).toPrecision(6))))}
          onPointerUp={() => keep(text)}
          onKeyUp={() => keep(text)}
          onBlur={() => keep(text)}
        />
      )}
      {info.kind === 'table' && (
        <div className={css.tables}>
          <button
            type="button"
            disabled={readOnly}
            onClick={() => onChange([...(info.default as readonly number[])])}
          >
            {t('table.default')}
          </button>
          <button type="button" disabled={readOnly} onClick={() => onChange([...WEINBERG_SWITCH_TABLE])}>
            {t('table.weinberg')}
          </button>
        </div>
      )}
      <p id={`${id}-note`} className={read.ok ? css.outside : css.error}>
        {!read.ok ? t(read.reason) : read.outside && range ? t('outside', range) : ''}
      </p>
    </div>
  );
}

/** A round step that cuts the range into about two hundred; whole numbers stay whole. */
function niceStep({ min, max, kind }: ParameterInfo): number {
  if (kind === 'integer') return 1;
  const rough = ((max ?? 1) - (min ?? 0)) / SLIDER_STEPS;
  return Number((10 ** Math.floor(Math.log10(rough))).toPrecision(1));
}
