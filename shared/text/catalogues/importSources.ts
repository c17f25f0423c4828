import { area } from '../area.ts';

/** What a file to import is, and how it is taken apart. What was found on the way is in `importReasons` (`note.*`). */
export const importSources = area({
  en: {
    sheet: 'Sheet',
    'sheet.rows_one': '{{name}} · {{count, number}} row',
    'sheet.rows_other': '{{name}} · {{count, number}} rows',
    'sheet.hidden': '{{name}} (hidden)',
    kind: 'The file holds',
    'kind.table': 'a list',
    'kind.jira': 'issues from Jira',
    direction: 'Initiatives stand',
    'direction.down': 'one below the other',
    'direction.across': 'side by side',
    'notes.title': 'Seen in the file',
    'notes.examples': 'for example {{examples}}',
    isProject:
      'This is a project plan in MS Project’s XML. It becomes one initiative with its phases, releases, waits, teams and money; there is nothing to match.',
    pasted: 'Pasted list',
    'paste.title': 'Paste a list',
    'paste.what':
      'Copy rows with their column names in Excel, a web page or a document, and paste them here. You will see how they come in before anything is kept.',
    'paste.field': 'Pasted rows',
    'paste.go': 'Look at them',
    'paste.empty': 'There is no text to paste.',
    'drop.several': 'Several files were dropped: {{file}} is taken, the others are not.',
  },
  zh: {
    sheet: '工作表',
    'sheet.rows_one': '{{name}} · {{count, number}} 行',
    'sheet.rows_other': '{{name}} · {{count, number}} 行',
    'sheet.hidden': '{{name}}（隐藏）',
    kind: '文件内容',
    'kind.table': '清单',
    'kind.jira': 'Jira 问题',
    direction: '举措的排列',
    'direction.down': '逐行向下',
    'direction.across': '逐列并排',
    'notes.title': '文件中的发现',
    'notes.examples': '例如 {{examples}}',
    isProject:
      '这是 MS Project XML 格式的项目计划。它会成为一项举措，并带有阶段、发布、等待、团队和金额；无需匹配列。',
    pasted: '粘贴的清单',
    'paste.title': '粘贴清单',
    'paste.what':
      '在 Excel、网页或文档中复制带列名的各行，然后粘贴到这里。保存任何内容之前，您会先看到导入后的样子。',
    'paste.field': '粘贴的各行',
    'paste.go': '查看',
    'paste.empty': '没有可粘贴的文字。',
    'drop.several': '拖入了多个文件：将读取 {{file}}，其余文件未读取。',
  },
});
