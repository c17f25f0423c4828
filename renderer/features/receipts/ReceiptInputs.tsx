import { useTranslation } from 'react-i18next';
import type { DisputeReason, ParameterStrength } from '../../../shared/model/parameterTable.ts';
import { PARAMETERS } from '../../../shared/model/parameterTable.ts';
import type { ReceiptInput } from '../../../shared/model/receiptTypes.ts';
import { inputSourceIn } from '../../../shared/text/receiptText.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { focusParameter } from '../parameters/parametersFocus.ts';
import { inputValue } from './parameterWords.ts';
import { closeReceipt } from './receiptStore.ts';
import css from './receipts.module.css';
import { inputName } from './receiptWords.ts';

const parameterIds = new Set<string>(PARAMETERS.map(({ id }) => id));

/** The inputs of a modelled figure: value, range, who set it, and how good the evidence is. */
export function ReceiptInputs({ inputs }: { readonly inputs: readonly ReceiptInput[] }) {
  const { t } = useTranslation('receipts');
  const { t: words } = useTranslation('parameters');
  const figures = useFigureWords();
  const currency = useCurrency();
  const lead = useView((state) => state.lead);
  return (
    <>
      <h3>{t('inputs')}</h3>
      <table className={css.inputs}>
        <thead>
          <tr>
            <th scope="col">{t('input')}</th>
            <th scope="col" className={css.number}>
              {t('value')}
            </th>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={input.id}>
              <th scope="row">
                {parameterIds.has(input.id) ? (
                  <button
                    type="button"
                    className={css.link}
                    onClick={() => {
                      closeReceipt();
                      lead('parameters');
                      focusParameter(input.id);
                    }}
                  >
                    {inputName(input.id)}
                  </button>
                ) : (
                  inputName(input.id)
                )}
              </th>
              <td className={css.number}>
                {inputValue(input, figures, currency)}
                {input.range && (
                  <small>
                    {words('range', {
                      low: inputValue({ value: input.range[0], unit: input.unit }, figures, currency),
                      high: inputValue({ value: input.range[1], unit: input.unit }, figures, currency),
                    })}
                  </small>
                )}
              </td>
              <td>{inputSourceIn(input, figures.language)}</td>
              <td>
                {input.evidence === null
                  ? t('evidence.none')
                  : words(`strength.${input.evidence satisfies ParameterStrength}`)}
                {input.evidence_ids.length > 0 && ` (${input.evidence_ids.join(', ')})`}
                {input.disputed && (
                  <span className={css.disputed}>
                    <strong>{words('disputed')}</strong> {words(`dispute.${input.disputed as DisputeReason}`)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.foot}>
        <Button
          onPress={() => {
            closeReceipt();
            lead('parameters');
          }}
        >
          {t('change')}
        </Button>
      </div>
    </>
  );
}
