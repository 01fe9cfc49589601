/** A predictor's page says its own height, when it has come: it is made small enough for its slide. */
export function fitPredictors(deck: HTMLElement): void {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) fit(target as HTMLIFrameElement);
  });
  for (const frame of deck.querySelectorAll<HTMLIFrameElement>('.nnlab-predictor iframe'))
    watch.observe(frame);
}

function fit(frame: HTMLIFrameElement): void {
  const room = frame.closest<HTMLElement>('.nnlab-predictor')?.clientHeight ?? 0;
  // `offsetHeight` is what the page asks for, whatever it is zoomed to.
  if (room > 0 && frame.offsetHeight > room)
    frame.style.zoom = String(Math.floor((1000 * room) / frame.offsetHeight) / 1000);
}
