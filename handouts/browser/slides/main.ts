import Reveal, { type RevealConfig } from 'reveal.js';
import Notes from 'reveal.js/plugin/notes';
import { drawWhenSeen } from '../page/charts';
import { makeQuizzesAnswer } from '../page/quiz';
import { minutesOfLesson } from '../page/timer';
import { dealSlides, HEIGHT, WIDTH } from './deal';
import { markLines } from './fit';
import { fitPredictors } from './predictors';
import { openSolutions } from './solutions';

makeQuizzesAnswer();
openSolutions();
void document.fonts.ready.then(async () => {
  const main = document.querySelector('main');
  if (main === null) return;
  markLines(main);
  // `totalTime` is the speaker's view's: it counts down what the lesson may take.
  const config: RevealConfig & { totalTime: number } = {
    totalTime: 60 * (minutesOfLesson() ?? 0),
    width: WIDTH,
    height: HEIGHT,
    margin: 0,
    center: false,
    hash: true,
    slideNumber: 'c/t',
    transition: 'none',
    // A clicker has two buttons: they go through everything in its order.
    navigationMode: 'linear',
    plugins: [Notes],
  };
  const deck = dealSlides(main);
  document.documentElement.dataset.slides = '';
  await new Reveal(deck, config).initialize();
  drawWhenSeen();
  fitPredictors(deck);
});
