/** Tells the time; commands take a Date as an argument, and only the outermost caller asks a clock. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
