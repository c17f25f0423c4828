import { area } from '../area.ts';

/** One sentence for each error code, complete without values: who shows it adds the place (file, row, column, field). */
export const errors = area({
  en: {
    unknown_method: 'The program asked for something that its service does not know. Restart it.',
    invalid_input: 'Something in this request is not valid.',
    not_found: 'It is not there any more.',
    no_portfolio: 'No portfolio is open.',
    read_only: 'This portfolio is open for reading only: another window has it, or the file is protected.',
    not_a_portfolio: 'This file is not a Throughline portfolio. It was not changed.',
    newer_version: 'A newer version of Throughline wrote this file. It was not changed; update to open it.',
    damaged_file: 'This file is damaged. It was not changed; a backup can take its place.',
    file_missing: 'The file is not there any more.',
    file_exists: 'A file of that name is there already.',
    file_in_use:
      'This file is open elsewhere or protected, and was not replaced. Choose another name, or close it there first.',
    name_too_long: 'The name of the file, with its folders, is too long. Choose a shorter one.',
    file_empty: 'The file is empty.',
    file_too_large: 'The file is too large.',
    file_binary: 'The file is not text: it looks like a picture or another binary file.',
    file_unreadable: 'The file cannot be read.',
    file_password: 'The file is protected by a password. Save it without one, then import it.',
    file_broken:
      'The file is damaged and cannot be read. Open it in the program that made it and save it again, then import it.',
    file_old_excel:
      'This is a workbook of an old version of Excel (.xls). Open it in Excel or LibreOffice and save it as .xlsx, then import it.',
    file_other_office:
      'This is an office file of another kind. Save it as .xlsx or .csv, or a project plan as XML, then import it.',
    sheet_missing: 'The workbook has no sheet of that name, or none with content.',
    disk_full: 'The disk is full. Nothing was changed; make room and try again.',
    folder_read_only:
      'Nothing can be written in this folder. Allow writing in it, or save to another folder.',
    backups_unreadable:
      'The folder of the backups cannot be read, so nobody knows what is in it. Allow reading it, then look again.',
    file_replaced:
      'Another program replaced or changed this file while it was open. Nothing was written into it; save a copy of what you see, or open the file again.',
    file_gone:
      'The file was moved or deleted while it was open. Nothing was written; what you see can still be saved as a copy.',
    upgrade_failed:
      'This file could not be brought up to date for this version. It was left as it was, and a backup of it is kept.',
    backup_damaged: 'This backup is damaged and is not used. Nothing was changed.',
    no_table_found: 'No table was found in the file.',
    no_name_column: 'No column is matched to the name of the initiative.',
    looking_at_snapshot: 'A snapshot is only looked at. Go back to the plan to change something.',
    scenario_does_not_fit:
      'Some steps of this scenario do not fit the plan any more. Look at them, then apply the others or mend them.',
    nothing_to_undo: 'There is nothing to undo.',
    nothing_to_redo: 'There is nothing to redo.',
    history_entry_damaged:
      'This step of the history is damaged and was passed over. Nothing else was changed.',
    broken_reference: 'A record refers to one that is not there. Nothing was changed.',
    invalid_record: 'A value is not allowed. Nothing was changed.',
    capability_cycle: 'A capability cannot lie below itself. Nothing was changed.',
    clipboard_refused: 'The clipboard took no picture. Save it as a PNG instead.',
    picture_too_large: 'This picture is too large for a PNG at {{scale}}×. Choose a smaller scale, or SVG.',
    cancelled: 'Cancelled. Nothing was changed.',
    not_computable: 'This cannot be computed from what is known.',
    unsupported_format: 'Throughline cannot read this kind of file.',
    format_unavailable:
      'This computer cannot make {{format}} here. Choose another format, such as SVG or CSV.',
    no_answer:
      'The program behind this page does not answer: it has ended, or the connection is cut. Leave this page open, start Throughline again, and go on in the page that it opens.',
    internal: 'Something went wrong inside the program. Your portfolio is as it was before.',
  },
  zh: {
    unknown_method: '程序请求了服务不认识的操作，请重新启动程序。',
    invalid_input: '此请求中有无效内容。',
    not_found: '它已不存在。',
    no_portfolio: '没有打开的组合。',
    read_only: '此组合以只读方式打开：另一个窗口正在使用它，或文件受保护。',
    not_a_portfolio: '此文件不是 Throughline 组合，文件未被改动。',
    newer_version: '此文件由更新版本的 Throughline 写入，文件未被改动；请升级后再打开。',
    damaged_file: '此文件已损坏，文件未被改动；可以用备份代替它。',
    file_missing: '文件已不存在。',
    file_exists: '已有同名文件。',
    file_in_use: '此文件正在别处打开或受保护，没有被替换。请换一个名称，或先在那里关闭它。',
    name_too_long: '文件名连同所在文件夹太长，请换一个较短的名称。',
    file_empty: '文件为空。',
    file_too_large: '文件过大。',
    file_binary: '此文件不是文本：看起来是图片或其他二进制文件。',
    file_unreadable: '无法读取文件。',
    file_password: '文件受密码保护。请另存为不带密码的文件后再导入。',
    file_broken: '文件已损坏，无法读取。请用生成它的程序打开并重新保存，然后再导入。',
    file_old_excel:
      '这是旧版 Excel 的工作簿（.xls）。请用 Excel 或 LibreOffice 打开并另存为 .xlsx，然后再导入。',
    file_other_office: '这是其他类型的办公文件。请另存为 .xlsx 或 .csv（项目计划请另存为 XML），然后再导入。',
    sheet_missing: '工作簿中没有该名称的工作表，或没有任何有内容的工作表。',
    disk_full: '磁盘已满。没有任何改动；请腾出空间后重试。',
    folder_read_only: '无法在此文件夹中写入。请允许写入，或保存到其他文件夹。',
    backups_unreadable: '无法读取备份文件夹，因此不知道其中有什么。请允许读取该文件夹，然后再看一次。',
    file_replaced:
      '文件打开期间被其他程序替换或修改。没有向其中写入任何内容；请将当前内容另存为副本，或重新打开文件。',
    file_gone: '文件打开期间被移走或删除。没有写入任何内容；当前内容仍可另存为副本。',
    upgrade_failed: '无法将此文件升级到当前版本。文件保持原样，并已保留备份。',
    backup_damaged: '此备份已损坏，不会使用；没有任何改动。',
    no_table_found: '在文件中没有找到表格。',
    no_name_column: '没有列对应举措名称。',
    looking_at_snapshot: '快照仅供查看。请回到计划后再修改。',
    scenario_does_not_fit: '该情景中有些步骤已不再适合当前计划。请先查看，然后应用其余步骤或进行修正。',
    nothing_to_undo: '没有可撤销的操作。',
    nothing_to_redo: '没有可重做的操作。',
    history_entry_damaged: '历史中的这一步已损坏，已跳过；其他内容没有改动。',
    broken_reference: '有记录引用了不存在的记录，没有任何改动。',
    invalid_record: '有不允许的值，没有任何改动。',
    capability_cycle: '业务能力不能位于自身之下，没有任何改动。',
    clipboard_refused: '剪贴板未接受图片。请改为保存 PNG。',
    picture_too_large: '这幅图太大，无法生成 {{scale}}× 的 PNG。请选较小的倍数，或选 SVG。',
    cancelled: '已取消，没有任何改动。',
    not_computable: '根据已知信息无法计算。',
    unsupported_format: 'Throughline 无法读取这种文件。',
    format_unavailable: '这台计算机无法生成 {{format}}。请选择其他格式，如 SVG 或 CSV。',
    no_answer:
      '本页面背后的程序没有响应：它已退出，或连接已断开。请保留本页面，重新启动 Throughline，并在它打开的页面中继续。',
    internal: '程序内部出错，您的组合保持原样。',
  },
});
