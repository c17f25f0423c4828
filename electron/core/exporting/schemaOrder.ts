/**
 * Puts what the slide package writes into the order that the schema of Office files demands (ECMA-376, sequences of
 * CT_Presentation, CT_LineChart, CT_LineSer, CT_CatAx): PowerPoint forgives most of it, other programs need not.
 */

/** The presentation part: masters of notes come right after those of slides. */
export const presentationInOrder = (xml: string): string =>
  xml.replace(
    /(<\/p:sldMasterIdLst>)([\s\S]*?)(<p:notesMasterIdLst>[\s\S]*?<\/p:notesMasterIdLst>)/,
    '$1$3$2',
  );

/** A chart part: a marker before its labels, a grouping before the colours, two axes, steps of labels before levels. */
export const chartInOrder = (xml: string): string =>
  xml
    .replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) =>
      series.replace(/(<c:dLbls>[\s\S]*?<\/c:dLbls>)\s*(<c:marker>[\s\S]*?<\/c:marker>)/, '$2$1'),
    )
    .replace(/<c:lineChart>(?!<c:grouping)/g, '<c:lineChart><c:grouping val="standard"/>')
    .replace(/((?:<c:axId val="\d+"\/>){2})<c:axId val="\d+"\/>(?=<\/c:(?:bar|line)Chart>)/g, '$1')
    .replace(/(<c:noMultiLvlLbl val="\d"\/>)\s*(<c:tickLblSkip val="\d+"\/>)/g, '$2$1');
