import { numberCell, type TwinCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import { type FlowSpeech, phaseName } from './describe.ts';
import { type FlowData, type FlowMode, knowledgeAt } from './flowData.ts';

/** The figures of the chart as a table: every bar, release, tranche and month that it draws. */
export function flowTable(data: FlowData, mode: FlowMode, speech: FlowSpeech): TwinTableData {
  const { say, figures } = speech;
  const none: TwinCell = { value: null, text: '' };
  const number = (value: number | null, digits = 1): TwinCell =>
    value === null ? none : numberCell(value, figures.number(value, digits));
  const money = (value: number | null): TwinCell =>
    value === null ? none : numberCell(value, figures.money(value));
  const share = (value: number | null): TwinCell =>
    value === null ? none : numberCell(value, figures.percent(value));
  const rows: { id: string; cells: TwinCell[] }[] = [];
  const add = (
    id: string,
    what: string,
    side: 'project' | 'product' | null,
    name: string,
    cells: {
      from: number;
      to?: number | null;
      wait?: number;
      days?: number | null;
      money?: number | null;
      planned?: number | null;
      share?: number | null;
    },
  ): void => {
    rows.push({
      id,
      cells: [
        textCell(what),
        side === null ? none : textCell(say(`chart.${side}`)),
        textCell(name),
        number(cells.from),
        number(cells.to ?? null),
        number(cells.wait ?? null),
        number(cells.days ?? null),
        money(cells.money ?? null),
        money(cells.planned ?? null),
        share(cells.share ?? null),
      ],
    });
  };
  if (mode !== 'product') {
    data.project.phases.forEach((phase, k) => {
      add(`phase:${k}`, say('table.phase'), 'project', phaseName(phase, speech), {
        from: phase.start,
        to: phase.end,
        wait: phase.waitMonths,
        days: phase.personDays,
        ...(k > 0 ? { share: phase.lost } : {}),
      });
    });
    data.project.changes.forEach((change, k) => {
      add(`change:${k}`, say('table.change'), 'project', String(k + 1), {
        from: change.arrive,
        to: change.knowledge === null ? null : change.start + change.relearnMonths + change.workMonths,
        wait: change.start - change.arrive,
        days: change.relearnPersonDays,
        share: change.knowledge,
      });
    });
  }
  if (mode !== 'project') {
    data.product.releases.forEach((release, k) => {
      add(`release:${k}`, say('table.release'), 'product', String(k + 1), {
        from: release.month,
        share: release.valueShare,
      });
    });
    data.product.tranches.forEach((tranche, k) => {
      add(`tranche:${k}`, say('table.tranche'), 'product', String(k + 1), {
        from: tranche.from,
        to: tranche.to,
        money: tranche.money,
      });
    });
  }
  for (const release of data.recorded) {
    add(`recorded:${release.id}`, say('table.recorded'), null, release.name, {
      from: release.month,
      money: release.measured,
      planned: release.planned,
    });
  }
  for (const tranche of data.recordedTranches) {
    if (mode === 'project') continue;
    add(`recordedTranche:${tranche.id}`, say(`table.decided.${tranche.decision}`), 'product', tranche.name, {
      from: tranche.from,
      to: tranche.to,
      money: tranche.amount,
    });
  }
  for (const side of ['project', 'product'] as const) {
    if (mode !== 'compare' && mode !== side) continue;
    for (let month = 0; month <= data.horizon; month += 1) {
      const known = knowledgeAt(data[side].knowledge, month);
      if (known !== null) {
        add(`know:${side}:${month}`, say('table.knowledge'), side, '', { from: month, share: known });
      }
      const value = data[side].value?.[month];
      if (value !== undefined) {
        add(`value:${side}:${month}`, say('table.valueRow'), side, '', { from: month, money: value });
      }
      add(`spend:${side}:${month}`, say('table.spend'), side, '', {
        from: month,
        money: data[side].spend[month] ?? null,
      });
    }
  }
  return {
    caption: say('table.caption', { name: speech.name }),
    columns: [
      { id: 'what', label: say('table.what'), kind: 'text' },
      { id: 'mode', label: say('table.mode'), kind: 'text' },
      { id: 'name', label: say('table.name'), kind: 'text' },
      { id: 'month', label: say('table.month'), kind: 'number' },
      { id: 'to', label: say('table.to'), kind: 'number' },
      { id: 'wait', label: say('table.wait'), kind: 'number' },
      { id: 'days', label: say('table.days'), kind: 'number' },
      { id: 'money', label: say('table.money'), kind: 'number' },
      { id: 'planned', label: say('table.planned'), kind: 'number' },
      { id: 'share', label: say('table.share'), kind: 'number' },
    ],
    rows,
  };
}
