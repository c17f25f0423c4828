import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findingKey } from '../../../shared/coverage/findingKey.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { useKept } from '../../state/kept.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { useCellWalk } from '../../ui/useCellWalk.ts';
import { findingStates } from '../decisions/findingStates.ts';
import { Figure } from '../receipts/Figure.tsx';
import type { OpenFigure } from '../receipts/FigureText.tsx';
import css from './coverage.module.css';
import { confidenceFigure, stakeFigures } from './findingFigures.ts';
import {
  type FindingChoice,
  type FindingFilter,
  filterFindings,
  findingChoices,
  isKeptChoice,
  isKeptKind,
} from './findingFilter.ts';
import { type FindingSpeech, stakeText, subjectOf, whyText } from './findingWords.ts';

const PAGE = 60;

/** All findings in order of rank; each opens in the inspector with its evidence. */
export function FindingsList({
  records,
  coverage,
}: {
  readonly records: PortfolioRecords;
  readonly coverage: PortfolioCoverage;
}) {
  const { t } = useTranslation('coverage');
  const { t: decisions } = useTranslation('decisions');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const [wanted, setKind] = useKept<FindingFilter['kind']>('findings.kind', 'all', isKeptKind);
  const [show, setShow] = useKept<FindingChoice>('findings.show', 'all', isKeptChoice);
  const [shown, setShown] = useState(PAGE);
  const selection = useView((state) => state.selection);
  const select = useView((state) => state.select);
  const setView = useView((state) => state.set);
  const cells = useCellWalk();
  const { compared } = coverage;
  const { findings, unrated } = coverage.analysis;
  const kinds = useMemo(() => [...new Set(findings.map((finding) => finding.type))], [findings]);
  const states = useMemo(() => findingStates(records), [records]);
  const kind = wanted !== 'all' && kinds.includes(wanted) ? wanted : 'all';
  const listed = useMemo(
    () => filterFindings(findings, { kind, show }, records),
    [findings, kind, show, records],
  );
  const speech: FindingSpeech = { say: t, figures, records, origin: coverage.origin };
  const withReceipts = { ...speech, receipts };
  if (findings.length === 0)
    return (
      <p className={css.gone}>
        {compared
          ? t('findings.none', { count: unrated.length, unknown: unrated.length })
          : t('comparing.findings')}
      </p>
    );
  return (
    <div className={css.findings}>
      <div className={css.filters}>
        <SelectField
          compact
          label={t('findings.filter')}
          value={kind}
          choices={[
            { id: 'all' as const, text: t('findings.all') },
            ...kinds.map((type) => ({ id: type, text: t(`type.${type}`) })),
          ]}
          onChange={(next) => {
            setKind(next);
            setShown(PAGE);
          }}
        />
        <SelectField
          compact
          label={decisions('finding.show')}
          value={show}
          choices={findingChoices.map((id) => ({
            id,
            text: decisions(`finding.show.${id}`),
          }))}
          onChange={(next) => {
            setShow(next);
            setShown(PAGE);
          }}
        />
        <p className={css.note}>
          {t('findings.rank')} {!compared && t('comparing.findings')}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML lets a table be a grid, and here the arrows lead from cell to cell */}
      <table role="grid" aria-label={t('tab.findings')} className={css.list}>
        <thead>
          <tr>
            <th scope="col">{t('table.flag')}</th>
            <th scope="col" className={css.number}>
              {t('inspector.money')}
            </th>
            <th scope="col" className={css.number}>
              {t('inspector.confidence', { confidence: '' }).trim()}
            </th>
            <th scope="col">{t('inspector.why')}</th>
            <th scope="col">{decisions('finding.status')}</th>
          </tr>
        </thead>
        <tbody {...cells}>
          {listed.slice(0, shown).map((finding) => {
            const id = findingKey(finding);
            const selected = selection?.kind === 'finding' && selection.id === id;
            return (
              <tr key={id} data-selected={selected} data-type={finding.type}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={selected}
                    onClick={() => {
                      select({ kind: 'finding', id });
                      setView({ inspectorOpen: true });
                    }}
                  >
                    <span className={css.kind}>{t(`type.${finding.type}`)}</span>
                    {subjectOf(finding, speech)}
                  </button>
                </th>
                <td className={css.number}>
                  <Cell figure={stakeFigures(finding, withReceipts)['inspector.stake.money']}>
                    {stakeText(finding, speech)}
                  </Cell>
                </td>
                <td className={css.number}>
                  <Cell figure={confidenceFigure(finding, withReceipts)}>
                    {figures.percent(finding.confidence)}
                  </Cell>
                </td>
                <td>{whyText(finding, speech)}</td>
                <td className={css.note}>{decisions(`finding.status.${states.get(id) ?? 'open'}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {listed.length > shown && (
        <Button onPress={() => setShown(shown + 4 * PAGE)}>
          {t('findings.more', { count: listed.length - shown })}
        </Button>
      )}
    </div>
  );
}

/** A figure of a finding that opens; plain text where people entered it. */
function Cell({
  figure,
  children,
}: {
  readonly figure: OpenFigure | undefined;
  readonly children: ReactNode;
}) {
  return figure ? (
    <Figure opens={figure.opens} label={figure.label} className={css.cellFigure}>
      {children}
    </Figure>
  ) : (
    children
  );
}
