import type { TFunction } from 'i18next';
import { type Partner, relationships } from '../../../shared/domain/records.ts';
import { cellEdits, choicesOf, noChoice } from '../../ui/editGrid/cellEdits.ts';
import { countCell, textCell, unknown } from '../../ui/editGrid/cells.tsx';
import type { GridColumn } from '../../ui/editGrid/gridTypes.ts';
import { readShare } from '../../ui/readers.ts';
import type { SayValues } from '../inspector/sayValues.ts';
import css from './directory.module.css';
import type { Sort } from './directoryStore.ts';
import type { PartnerRow } from './rows.ts';
import { sortOf } from './teamColumns.tsx';

/** The columns of the list of partners. */
export function partnerColumns(
  t: TFunction<'directory'>,
  words: SayValues,
  sort: Sort,
  today: string,
): readonly GridColumn<PartnerRow>[] {
  const edits = cellEdits<PartnerRow, Partner>('partner', ({ record }) => record);
  const isOver = ({ record }: PartnerRow): boolean =>
    record.contractEnd !== null && record.contractEnd < today;
  return [
    {
      id: 'name',
      title: t('column.partner'),
      width: 216,
      sort: sortOf('name', sort),
      cell: ({ record }) => textCell(record.name),
      hint: ({ record }) => record.name,
      edit: edits.name('name'),
    },
    {
      id: 'money',
      title: t('column.money'),
      width: 88,
      numeric: true,
      sort: sortOf('money', sort),
      cell: ({ money }) => (money === null ? unknown : words.moneyShort(money)),
      copy: ({ money }) => words.moneyText(money),
      hint: ({ known, engagements }) =>
        engagements === 0 ? undefined : t('hint.money', { known, count: engagements }),
    },
    {
      id: 'share',
      title: t('column.share'),
      width: 76,
      numeric: true,
      sort: sortOf('share', sort),
      cell: ({ share }) => (share === null ? unknown : words.share(share)),
      copy: ({ share }) => words.shareText(share),
      hint: () => t('hint.share'),
    },
    {
      id: 'engagements',
      title: t('column.engagements'),
      width: 124,
      numeric: true,
      sort: sortOf('engagements', sort),
      cell: ({ engagements }) => countCell(engagements, words.number),
      copy: ({ engagements }) => String(engagements),
    },
    {
      id: 'relationship',
      title: t('column.relationship'),
      width: 122,
      sort: sortOf('relationship', sort),
      cell: ({ record }) =>
        record.relationship === null ? unknown : t(`relationship.${record.relationship}`),
      edit: edits.choice('relationship', [
        noChoice,
        ...choicesOf('directory', relationships, (id) => `relationship.${id}`),
      ]),
    },
    {
      id: 'contractEnd',
      title: t('column.contractEnd'),
      width: 122,
      sort: sortOf('contractEnd', sort),
      cell: (row) =>
        row.record.contractEnd === null ? (
          unknown
        ) : (
          <span className={isOver(row) ? css.over : undefined}>{words.date(row.record.contractEnd)}</span>
        ),
      hint: (row) => (isOver(row) ? t('contract.over') : undefined),
      edit: edits.date('contractEnd'),
    },
    {
      id: 'exitReadiness',
      title: t('column.exitReadiness'),
      width: 130,
      numeric: true,
      sort: sortOf('exitReadiness', sort),
      cell: ({ record }) =>
        record.exitReadiness === null ? (
          unknown
        ) : (
          <span className={css.exit}>
            <span aria-hidden className={css.bar}>
              <span style={{ width: `${record.exitReadiness * 100}%` }} />
            </span>
            {words.share(record.exitReadiness)}
          </span>
        ),
      hint: () => t('hint.exitReadiness'),
      edit: edits.number('exitReadiness', words.shareText, readShare),
    },
    {
      id: 'description',
      title: t('column.description'),
      width: 220,
      cell: ({ record }) => textCell(record.description),
      hint: ({ record }) => record.description || undefined,
      edit: edits.prose('description'),
    },
  ];
}
