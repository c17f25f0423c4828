import { useTranslation } from 'react-i18next';
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  toMajor,
} from '../../../shared/text/format.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { type Parsed, parseDate, parseMoney, parseNumber, parseShare } from '../../ui/parse.ts';
import css from './guardrails.module.css';
import type { LimitUnit, RuleSpeech } from './ruleWords.ts';

type Value = number | string | null;

/** How a limit is read, for reading and for typing. */
function limitText(unit: LimitUnit, value: Value, { language, currency }: RuleSpeech): string {
  if (value === null) return '';
  if (typeof value === 'string') return unit === 'date' ? formatDate(value, language) : value;
  if (unit === 'money') return formatMoney(value, currency, language);
  return unit === 'share' ? formatPercent(value, language, 1) : formatNumber(value, language, 2);
}

/** A limit as it is typed: amounts in whole units and shares in percent, never hidden from who types them. */
export function typedLimit(unit: LimitUnit, value: Value, currency: string): string {
  if (typeof value !== 'number') return value ?? '';
  if (unit === 'money') return String(toMajor(value, currency));
  return String(unit === 'share' ? Math.round(value * 1e6) / 1e4 : value);
}

/** Typed text as a limit; an empty one is not one. */
export function readLimit(unit: LimitUnit, text: string, currency: string): Parsed<Value> {
  const parsed: Parsed<Value> =
    unit === 'money'
      ? parseMoney(text, currency)
      : unit === 'share'
        ? parseShare(text)
        : unit === 'date'
          ? parseDate(text)
          : parseNumber(text);
  if (!parsed.ok) return parsed;
  return parsed.value === null ? { ok: false, reason: 'invalid.number' } : parsed;
}

/** The number of a rule, changed where it stands. */
export function LimitField({
  name,
  unit,
  value,
  speech,
  readOnly,
  onCommit,
}: {
  readonly name: string;
  readonly unit: LimitUnit;
  readonly value: Value;
  readonly speech: RuleSpeech;
  readonly readOnly: boolean;
  readonly onCommit: (value: number | string) => void;
}) {
  const { t } = useTranslation('guardrails');
  const count = typeof value === 'number' ? value : 2;
  const word =
    unit === 'level'
      ? t('unit.level')
      : unit === 'days' || unit === 'initiatives'
        ? t(`unit.${unit}`, { count })
        : '';
  return (
    <span className={css.limit} data-unit={unit}>
      <InlineField
        label={t('limit.label', { name })}
        labelAt="hidden"
        numeric
        value={value}
        show={(current) => limitText(unit, current, speech)}
        toText={(current) => typedLimit(unit, current, speech.currency)}
        read={(text) => readLimit(unit, text, speech.currency)}
        readOnly={readOnly}
        onCommit={(next) => {
          if (next !== null) onCommit(next);
        }}
      />
      {word !== '' && <span className={css.unit}>{word}</span>}
    </span>
  );
}
