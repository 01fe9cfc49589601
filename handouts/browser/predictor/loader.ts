import { unpacked } from '../unpack';
import { fitFrame, followTheme } from './page';

fitFrame();
followTheme();

/** Starts the program when the predictor comes near the screen, and not before. */
new IntersectionObserver(
  ([entry], watch) => {
    if (!entry?.isIntersecting) return;
    watch.disconnect();
    start().catch((error: unknown) => {
      const problem = document.getElementById('problem');
      if (problem) problem.textContent = `The predictor could not be started: ${String(error)}`;
    });
  },
  { rootMargin: '600px' },
).observe(document.body);

async function start(): Promise<void> {
  const script = document.createElement('script');
  script.textContent = await unpacked(document.getElementById('program')?.textContent ?? '');
  document.body.append(script);
}
