/** A page keeps to its site: what that lacks cannot be had. */
export const fetchesData: boolean = false;

/** What is said where only a sample of a data set can be had. */
export const lackOfData: string = 'This site has no more of it; expect lower accuracy.';
