/** Whether data sets that are missing can be fetched from elsewhere. */
export const fetchesData: boolean = true;

/** What is said where only a sample of a data set can be had. */
export const lackOfData: string =
  'The full set was neither found nor downloaded; expect lower accuracy. To get it: npm run data';
