import { ChevronDown, Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button as AriaButton, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../../shared/contract/result.ts';
import { useKept } from '../../state/kept.ts';
import { tell } from '../../state/noticeStore.ts';
import { ActionItem, MenuGroup, MenuPopover } from '../../ui/Menu.tsx';
import { copyBlob, fileName, type PngScale, pngScales, saveBlob, toPng, toSvgText } from './exportPicture.ts';
import styles from './frame.module.css';
import { type TwinTableData, toTsv } from './twinTable.ts';

const isScale = (value: unknown): value is PngScale => pngScales.some((scale) => scale === value);

/** Saves a picture as SVG or PNG, or copies it or its table; the scale that was used last is remembered. */
export function ExportMenu({
  title,
  picture,
  table,
}: {
  readonly title: string;
  /** The whole picture with its title and legend, as an svg element. */
  readonly picture: () => ReactElement;
  /** The same figures as a table; absent where the view has a table of its own to copy from. */
  readonly table?: () => TwinTableData;
}) {
  const { t } = useTranslation('flow');
  const [lastScale, setLastScale] = useKept<PngScale>('picture.scale', 2, isScale);
  const png = async (scale: PngScale): Promise<Blob> => toPng(await toSvgText(picture()), scale);
  const attempt = (work: () => Promise<void>): void => {
    work().catch((cause: unknown) =>
      tell({
        kind: 'error',
        error:
          cause instanceof Failure
            ? cause.error
            : { code: 'internal', message: `picture export: ${String(cause)}` },
      }),
    );
  };
  const copied = (): void => tell({ kind: 'done', key: 'notice.copied' });
  return (
    <MenuTrigger>
      <AriaButton className={styles.tool ?? ''} aria-label={t('chart.exportLabel')}>
        <Download size={14} aria-hidden="true" /> {t('chart.export')}
        <ChevronDown size={12} aria-hidden="true" />
      </AriaButton>
      <MenuPopover label={t('chart.exportLabel')}>
        <MenuGroup title={t('chart.saveAs')}>
          <ActionItem
            id="svg"
            text={t('chart.saveSvg')}
            onAction={() =>
              attempt(async () => {
                const svg = await toSvgText(picture());
                saveBlob(new Blob([svg], { type: 'image/svg+xml' }), fileName(title, 'svg'));
              })
            }
          />
          {pngScales.map((scale) => (
            <ActionItem
              key={scale}
              id={`png${scale}`}
              text={t('chart.savePng', { scale })}
              end={scale === lastScale ? t('chart.lastScale') : ''}
              onAction={() =>
                attempt(async () => {
                  setLastScale(scale);
                  saveBlob(await png(scale), fileName(title, 'png'));
                })
              }
            />
          ))}
        </MenuGroup>
        <MenuGroup title={t('chart.toClipboard')}>
          <ActionItem
            id="copy"
            text={t('chart.copyPicture', { scale: lastScale })}
            onAction={() =>
              attempt(async () => {
                await copyBlob('image/png', png(lastScale));
                copied();
              })
            }
          />
          {table && (
            <ActionItem
              id="copyTable"
              text={t('chart.copy')}
              onAction={() =>
                attempt(async () => {
                  await copyBlob(
                    'text/plain',
                    Promise.resolve(new Blob([toTsv(table())], { type: 'text/plain' })),
                  );
                  copied();
                })
              }
            />
          )}
        </MenuGroup>
      </MenuPopover>
    </MenuTrigger>
  );
}
