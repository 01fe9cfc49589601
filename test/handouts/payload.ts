import type { PredictorPayload } from '../../src/show/predictor/payload';

/** What a predictor's HTML carries into its page. */
export function payloadIn(html: string): PredictorPayload {
  const page = pageIn(html);
  const text = /id="payload">([^]*?)<\/script>/.exec(page)?.[1];
  if (text === undefined) throw new Error('There is no predictor in this HTML.');
  return JSON.parse(text) as PredictorPayload;
}

/** The document inside a predictor's iframe. */
function pageIn(html: string): string {
  const source = /srcdoc="([^"]*)"/.exec(html)?.[1] ?? '';
  return source
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
