import { area } from '../area.ts';

/** Snapshots, history and what leaves the program. */
export const snapshots = area({
  en: {
    title: 'Snapshots',
    intro:
      'A snapshot keeps the whole portfolio as it is now, under a name. Nothing that happens later changes it.',
    new: 'Take a snapshot',
    'new.title': 'Take a snapshot',
    'new.name': 'Name',
    'new.note': 'Note',
    'new.noteHelp': 'What it is for: the round, the decision, who saw it.',
    'new.do': 'Take it',
    empty: 'No snapshots yet. Take one before a planning round, and you can always come back to it.',
    by: '{{at}} · {{by}}',
    byNobody: '{{at}}',
    'counts.initiative_one': '{{count}} initiative',
    'counts.initiative_other': '{{count}} initiatives',
    'counts.capability_one': '{{count}} capability',
    'counts.capability_other': '{{count}} capabilities',
    'counts.partner_one': '{{count}} partner',
    'counts.partner_other': '{{count}} partners',
    restore: 'Restore',
    'restore.title': 'Go back to “{{name}}”?',
    'restore.body':
      'The portfolio becomes what it was then. This is one step: undo brings today’s state back.',
    export: 'Export',
    delete: 'Delete',
    'delete.title': 'Delete “{{name}}”?',
    'delete.body':
      'The snapshot is gone for good: this cannot be undone. The portfolio itself stays as it is.',
    'delete.do': 'Delete the snapshot',

  },
  zh: {
    title: '快照',
    intro: '快照以一个名称保存整个组合此刻的状态，之后的任何更改都不会影响它。',
    new: '创建快照',
    'new.title': '创建快照',
    'new.name': '名称',
    'new.note': '备注',
    'new.noteHelp': '用途：哪一轮规划、什么决定、谁看过。',
    'new.do': '创建',
    empty: '还没有快照。在规划之前创建一个，随时都能回到那个状态。',
    by: '{{at}} · {{by}}',
    byNobody: '{{at}}',
    'counts.initiative_one': '{{count}} 项举措',
    'counts.initiative_other': '{{count}} 项举措',
    'counts.capability_one': '{{count}} 项业务能力',
    'counts.capability_other': '{{count}} 项业务能力',
    'counts.partner_one': '{{count}} 个合作伙伴',
    'counts.partner_other': '{{count}} 个合作伙伴',
    restore: '恢复',
    'restore.title': '回到“{{name}}”？',
    'restore.body': '组合将变回当时的状态。这是一个步骤：撤销即可回到今天的状态。',
    export: '导出',
    delete: '删除',
    'delete.title': '删除“{{name}}”？',
    'delete.body': '快照将被永久删除，无法撤销。组合本身保持不变。',
    'delete.do': '删除快照',

  },
});
