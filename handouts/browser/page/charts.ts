import { unpacked } from '../unpack';

type Embed = (
  element: HTMLElement,
  spec: object,
  options: { actions: boolean; renderer: 'svg' },
) => Promise<unknown>;

declare global {
  interface Window {
    nnlabEmbed?: Embed;
  }
}

let vega: Promise<Embed> | undefined;

/** Draws a chart when it comes near the screen; its picture stands there until then. */
export function drawWhenSeen(): void {
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        draw(target as HTMLElement).catch((error: unknown) => {
          // The picture stays; whoever looks for the reason finds it in the console.
          console.error(error);
        });
      }
    },
    { rootMargin: '300px' },
  );
  for (const figure of document.querySelectorAll('figure[data-chart]')) watch.observe(figure);
}

async function draw(figure: HTMLElement): Promise<void> {
  const spec = JSON.parse(figure.querySelector('script')?.textContent ?? '{}') as object;
  vega ??= loadVega();
  const place = document.createElement('div');
  await (
    await vega
  )(place, spec, { actions: false, renderer: 'svg' });
  figure.prepend(place);
  figure.dataset.chart = 'drawn';
}

/** Vega comes packed in the page and is unpacked once, for the first chart. */
async function loadVega(): Promise<Embed> {
  const script = document.createElement('script');
  script.textContent = await unpacked(document.getElementById('vega')?.textContent ?? '');
  document.head.append(script);
  if (window.nnlabEmbed === undefined) throw new Error('Vega did not start in this browser.');
  return window.nnlabEmbed;
}
