import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import css from './Shell.module.css';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a fault of one view from taking the rest of the page with it. */
export class ViewBoundary extends Component<Props, { readonly fault: Error | null }> {
  override state = { fault: null };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return <Fault fault={fault} onRetry={() => this.setState({ fault: null })} />;
  }
}

function Fault({ fault, onRetry }: { readonly fault: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <div role="alert" className={css.failed}>
      <p>{t('view.failed')}</p>
      <code>{fault.message}</code>
      <Button onPress={onRetry}>{t('view.retry')}</Button>
    </div>
  );
}
