import type { TFunction } from 'i18next';
import { relationships } from '../../../shared/domain/records.ts';
import type { GridColumn } from '../../ui/editGrid/gridTypes.ts';
import { parseDate } from '../../ui/parse.ts';
import { readName, readProse, readShare } from '../../ui/readers.ts';
import type { SayValues } from '../inspector/useWords.ts';
import css from './directory.module.css';
import { editPartner, todayHere } from './directoryActions.ts';
import type { Sort } from './directoryStore.ts';
import type { PartnerRow } from './rows.ts';
import { sortOf } from './teamColumns.tsx';

const unknown = <span className={css.unknown}>–</span>;

/** The columns of the list of partners. */
export function partnerColumns(
  t: TFunction<'directory'>,
  words: SayValues,
  sort: Sort,
): readonly GridColumn<PartnerRow>[] {
  return [
    {
      id: 'name',
      title: t('column.partner'),
      width: 230,
      sort: sortOf('name', sort),
      cell: ({ record }) => <span className={css.text}>{record.name}</span>,
      hint: ({ record }) => record.name,
      edit: {
        start: ({ record }) => record.name,
        commit: ({ record }, text) => {
          const name = readName(text);
          if (!name.ok) return name.reason;
          editPartner(record, { name: name.value });
          return null;
        },
      },
    },
    {
      id: 'relationship',
      title: t('column.relationship'),
      width: 122,
      sort: sortOf('relationship', sort),
      cell: ({ record }) =>
        record.relationship === null ? unknown : t(`relationship.${record.relationship}`),
      edit: {
        start: ({ record }) => record.relationship ?? '',
        choices: [
          { id: '', text: '–' },
          ...relationships.map((id) => ({ id, text: t(`relationship.${id}`) })),
        ],
        commit: ({ record }, text) => {
          const relationship = relationships.find((each) => each === text) ?? null;
          editPartner(record, { relationship });
          return null;
        },
      },
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
      edit: {
        start: ({ record }) => words.shareText(record.exitReadiness),
        commit: ({ record }, text) => {
          const share = readShare(text);
          if (!share.ok) return share.reason;
          editPartner(record, { exitReadiness: share.value });
          return null;
        },
      },
    },
    {
      id: 'contractEnd',
      title: t('column.contractEnd'),
      width: 122,
      sort: sortOf('contractEnd', sort),
      cell: ({ record }) =>
        record.contractEnd === null ? (
          unknown
        ) : (
          <span className={record.contractEnd < todayHere() ? css.over : undefined}>
            {words.date(record.contractEnd)}
          </span>
        ),
      hint: ({ record }) =>
        record.contractEnd !== null && record.contractEnd < todayHere() ? t('contract.over') : undefined,
      edit: {
        start: ({ record }) => record.contractEnd ?? '',
        commit: ({ record }, text) => {
          const day = parseDate(text);
          if (!day.ok) return day.reason;
          editPartner(record, { contractEnd: day.value });
          return null;
        },
      },
    },
    {
      id: 'engagements',
      title: t('column.engagements'),
      width: 124,
      numeric: true,
      sort: sortOf('engagements', sort),
      cell: ({ engagements }) =>
        engagements === 0 ? <span className={css.unknown}>0</span> : words.number(engagements),
    },
    {
      id: 'money',
      title: t('column.money'),
      width: 88,
      numeric: true,
      sort: sortOf('money', sort),
      cell: ({ money }) => (money === null ? unknown : words.moneyShort(money)),
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
      hint: () => t('hint.share'),
    },
    {
      id: 'description',
      title: t('column.description'),
      width: 220,
      cell: ({ record }) =>
        record.description === '' ? unknown : <span className={css.text}>{record.description}</span>,
      hint: ({ record }) => record.description || undefined,
      edit: {
        start: ({ record }) => record.description,
        commit: ({ record }, text) => {
          const description = readProse(text);
          if (!description.ok) return description.reason;
          editPartner(record, { description: description.value.trim() });
          return null;
        },
      },
    },
  ];
}
