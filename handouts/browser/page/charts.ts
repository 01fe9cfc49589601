import { darkChart } from '../../../src/charts/dark';
import { NARROW, stackedChart } from '../../../src/charts/narrow';
import { unpacked } from '../unpack';
import { isDark } from './reading';

type Embed = (
  element: HTMLElement,
  spec: object,
  options: { actions: boolean; renderer: 'svg'; tooltip: { theme: string } },
) => Promise<{ finalize: () => void }>;

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
  window.addEventListener('themechange', () => {
    for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart="drawn"]'))
      void draw(figure);
  });
}

const drawn = new WeakMap<HTMLElement, () => void>();

async function draw(figure: HTMLElement): Promise<void> {
  const given = JSON.parse(figure.querySelector('script')?.textContent ?? '{}') as Record<
    string,
    unknown
  >;
  const light = figure.clientWidth < NARROW ? stackedChart(given) : given;
  vega ??= loadVega();
  const place = document.createElement('div');
  const dark = isDark();
  const spec = dark ? darkChart(light) : light;
  const tooltip = { theme: dark ? 'dark' : 'light' };
  const embed = await vega;
  const { finalize } = await embed(place, spec, { actions: false, renderer: 'svg', tooltip });
  drawn.get(figure)?.();
  drawn.set(figure, () => {
    finalize();
    place.remove();
  });
  figure.prepend(place);
  figure.toggleAttribute('data-dark', dark && spec !== light);
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
