/** What a page would fetch by itself from elsewhere: by element, by style sheet, or from its iframes. */
export function outsideAddresses(html: string): string[] {
  const elements = html.matchAll(
    /<(?:img|script|link|iframe|source|video|audio|object|embed|use|image)\b[^>]*?\s(?:src|href|data|srcset|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi,
  );
  const styles = html.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/gi);
  const here = [...elements, ...styles]
    .map(([, first, second]) => (first ?? second ?? '').trim())
    .filter((address) => !/^(data:|#|$)/.test(address));
  const frames = [...html.matchAll(/srcdoc="([^"]*)"/g)].map(([, page = '']) => unescaped(page));
  return [...here, ...frames.flatMap(outsideAddresses)];
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
