/** As Node's, where one cell runs after the other: what is asked belongs to the cell that began last. */
export class AsyncLocalStorage<T> {
  private store: T | undefined;

  run<R>(store: T, work: () => R): R {
    this.store = store;
    return work();
  }

  getStore(): T | undefined {
    return this.store;
  }
}
