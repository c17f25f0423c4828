import { z } from 'zod';

/** Every expected failure, by what the person can do about it. The page and the command line hold a sentence for each. */
export const errorCodes = [
  'unknown_method',
  'invalid_input',
  'not_found',
  'no_portfolio',
  'read_only',
  'not_a_portfolio',
  'newer_version',
  'damaged_file',
  'file_missing',
  'file_exists',
  'file_in_use',
  'name_too_long',
  'file_empty',
  'file_too_large',
  'file_binary',
  'file_unreadable',
  'file_password',
  'file_broken',
  'file_old_excel',
  'file_other_office',
  'sheet_missing',
  'disk_full',
  'folder_read_only',
  'backups_unreadable',
  'file_replaced',
  'file_gone',
  'upgrade_failed',
  'backup_damaged',
  'no_table_found',
  'no_name_column',
  'nothing_to_undo',
  'nothing_to_redo',
  'history_entry_damaged',
  'broken_reference',
  'invalid_record',
  'capability_cycle',
  'looking_at_snapshot',
  'scenario_does_not_fit',
  'cancelled',
  'not_computable',
  'unsupported_format',
  'format_unavailable',
  'clipboard_refused',
  'picture_too_large',
  'no_answer',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Where in a file or record something is wrong; absent parts are not known. */
export const placeSchema = z.strictObject({
  file: z.string().optional(),
  row: z.number().int().optional(),
  column: z.string().optional(),
  field: z.string().optional(),
});

/** An error as a value: it crosses every boundary unchanged. `message` is English, for logs and the command line. */
export const appErrorSchema = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  place: placeSchema.optional(),
});
export type AppError = Readonly<z.infer<typeof appErrorSchema>>;

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

/** Thrown inside the service for an expected failure; `dispatch` turns it into a value. */
export class Failure extends Error {
  readonly error: AppError;
  constructor(
    code: ErrorCode,
    message: string,
    detail: {
      params?: Record<string, string | number>;
      place?: z.infer<typeof placeSchema>;
      cause?: unknown;
    } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'Failure';
    this.error = {
      code,
      message,
      ...(detail.params ? { params: detail.params } : {}),
      ...(detail.place ? { place: detail.place } : {}),
    };
  }
}
