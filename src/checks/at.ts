/**
 * The value at a place of a list. A place that the list lacks is a mistake in nnlab, and an error:
 * a zero in its stead would be one more number that nobody doubts.
 */
export function at<T>(list: ArrayLike<T>, place: number): T {
  const value = list[place];
  if (value === undefined) {
    throw new RangeError(`nnlab asked for place ${place} of a list of ${list.length}.`);
  }
  return value;
}

/** The last value of a list that has one. */
export function lastOf<T>(list: ArrayLike<T>): T {
  return at(list, list.length - 1);
}

/** What a map holds for a key that it must have. */
export function entry<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError('nnlab asked a map for a key that it lacks.');
  return value;
}
