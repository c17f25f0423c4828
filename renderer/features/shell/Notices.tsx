import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../commands/commandList.ts';
import { type Notice, useNotices } from '../../state/noticeStore.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Notices.module.css';
import { sayNotice, useSayError } from './sayError.ts';

const STAYS_MS = 6000;

/** Short messages at the lower edge, spoken to screen readers as they come. */
export function Notices() {
  const { t } = useTranslation('shell');
  const notices = useNotices((state) => state.notices);
  const came = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // The message that had the keyboard may be gone: it goes back to where it came from.
    if (document.activeElement !== document.body) return;
    came.current?.focus();
    came.current = null;
  });
  return (
    <section
      className={css.notices}
      aria-label={t('notices.label')}
      aria-live="polite"
      onFocus={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
          came.current = relatedTarget;
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) came.current = null;
      }}
    >
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

const icons = { error: CircleAlert, done: CircleCheck, refused: Info } as const;

function Line({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation('shell');
  const sayError = useSayError();
  const close = useNotices((state) => state.close);
  const { id, kind } = notice;
  const Icon = icons[kind];
  useEffect(() => {
    // An error stays until it was read.
    if (kind === 'error') return;
    const timer = setTimeout(() => close(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id, kind, close]);
  return (
    <div className={css.notice} data-kind={kind} role={kind === 'error' ? 'alert' : undefined}>
      <Icon size={16} aria-hidden />
      <p>
        {notice.kind === 'error' && sayError(notice.error)}
        {notice.kind === 'done' && sayNotice(notice.key, notice.params)}
        {notice.kind === 'refused' && t(notice.key)}
      </p>
      {notice.kind === 'done' && notice.undoable && (
        <Button
          look="quiet"
          onPress={() => {
            close(id);
            runCommand('edit.undo');
          }}
        >
          {t('command.undo')}
        </Button>
      )}
      <Button look="quiet" icon aria-label={t('notices.close')} onPress={() => close(id)}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}
