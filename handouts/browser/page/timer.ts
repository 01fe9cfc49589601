const MINUTES = /(\d+) minutes/;

/** The minutes a lesson says it takes in class, at its top: "Time: 60 minutes in class". */
export function minutesOfLesson(): number | undefined {
  const lines = [...document.querySelectorAll('main p')].map((line) => line.textContent ?? '');
  return minutesIn(lines.find((line) => line.startsWith('Time:')) ?? '');
}

/** The minutes in a text, such as an agenda's heading "Topic 2, MNIST: 10 minutes". */
export function minutesIn(text: string): number | undefined {
  const found = MINUTES.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Counts the time of the lesson and of the section that is on stage. */
export class Timer {
  private began = Date.now();
  private section = { name: '', began: 0 };

  /** From now on, with the whole time before one. */
  restart(): void {
    this.began = Date.now();
    this.section = { ...this.section, began: Date.now() };
  }

  enter(name: string): void {
    if (name !== this.section.name) this.section = { name, began: Date.now() };
  }

  /** "12:05 of 60 min", and whether the time is over; in an agenda the section's time stands first. */
  words(total: number | undefined): { text: string; over: boolean } {
    const planned = minutesIn(this.section.name);
    const lesson = against(this.began, total);
    if (planned === undefined) return lesson;
    const section = against(this.section.began, planned);
    return { text: `section ${section.text} · ${lesson.text}`, over: section.over || lesson.over };
  }
}

function against(began: number, minutes: number | undefined): { text: string; over: boolean } {
  const seconds = Math.floor((Date.now() - began) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  if (minutes === undefined) return { text: clock, over: false };
  return { text: `${clock} of ${minutes} min`, over: seconds > 60 * minutes };
}
