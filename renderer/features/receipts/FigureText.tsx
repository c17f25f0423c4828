import type { ReactNode } from 'react';
import type { Area } from '../../../shared/text/catalogue.ts';
import { type DrawNamed, NamedText } from '../../charts/frame/NamedText.tsx';
import type { FigureName } from '../../charts/frame/naming.ts';
import { Figure } from './Figure.tsx';
import type { Opens } from './receiptStore.ts';
import css from './receipts.module.css';

/** A figure within a sentence. */
export interface OpenFigure {
  /** What it opens, as a screen reader describes it. */
  readonly label: string;
  readonly opens: Opens;
}

/** The figures of sentences by the names that `naming` and `named` gave them. */
export type OpenFigures = Readonly<Record<string, OpenFigure | undefined>>;

/** The figures of the sentences of an area; a name that none of them fills in does not compile. */
export type FiguresOf<A extends Area> = Readonly<Partial<Record<FigureName<A>, OpenFigure>>>;

/** Shows the figures of a sentence so that they open to their arithmetic. */
export const drawFigures =
  (figures: OpenFigures): DrawNamed =>
  (name, text) => {
    const figure = Object.hasOwn(figures, name) ? figures[name] : undefined;
    return figure ? (
      <Figure opens={figure.opens} label={figure.label} className={css.written} inSentence>
        {text}
      </Figure>
    ) : null;
  };

/** A sentence whose figures open to their arithmetic; what it does not name is left out. */
export const FigureText = ({
  text,
  figures,
}: {
  readonly text: string;
  readonly figures: OpenFigures;
}): ReactNode => <NamedText text={text} draw={drawFigures(figures)} />;
