import { catalogue } from '../../shared/text/catalogue.ts';

/** The page, in both languages, for a browser that comes without a working address; holds no script or style. */
export function refusedPage(): string {
  const said = (language: 'en' | 'zh-CN') => {
    const words = catalogue.hosts[language];
    return `<section lang="${language}"><h1>${words['refused.title']}</h1><p>${words['refused.body']}</p></section>`;
  };
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Throughline</title><main>${said('en')}${said('zh-CN')}</main></html>`;
}

/** A page that goes on to the start page by itself: a redirect that browsers treat as coming from us. */
export function forwardingPage(): string {
  return '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>Throughline</title></html>';
}
