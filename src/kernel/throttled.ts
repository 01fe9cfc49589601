import { type Bundle, newSlot } from './kernel';

/**
 * A place in the output that takes any number of updates and draws few of them. How long it waits
 * after a drawing, and what is drawn, depends on the content, and on whether it is the final one.
 */
export function throttled<T>(
  intervalOf: (content: T) => number,
  bundleOf: (content: T, final: boolean) => Bundle,
) {
  const slot = newSlot();
  let finished = false;
  let nextAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draw = (content: T, final = false) => {
    clearTimeout(timer);
    timer = undefined;
    slot(bundleOf(content, final));
    nextAt = performance.now() + intervalOf(content);
  };
  const update = (content: T) => {
    if (finished) return;
    const wait = nextAt - performance.now();
    if (wait <= 0) return draw(content);
    clearTimeout(timer);
    timer = setTimeout(() => draw(content), wait);
  };
  const finish = (content: T) => {
    if (finished) return;
    finished = true;
    draw(content, true);
  };
  return { update, finish };
}
