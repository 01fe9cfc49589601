/** How many of the labels are each of the classes, label 0 first. */
export function labelCounts(labels: ArrayLike<number>, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (let row = 0; row < labels.length; row++) {
    const label = Number(labels[row]);
    const before = counts[label];
    if (before === undefined) {
      throw new Error(`Label ${labels[row]} in row ${row} is not one of 0 to ${classes - 1}.`);
    }
    counts[label] = before + 1;
  }
  return counts;
}
