import { fashionFromCsv } from './turns/02';
import type { Turns } from './turns/turn';

/** All turns of the course. */
export const turns: Turns = { ...fashionFromCsv };
