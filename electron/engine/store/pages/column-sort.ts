/** Which sort a column is of; a number, since a record is written by switching on it. */
export const INTS = 0;
export const WHOLES = 1;
export const REALS = 2;
export const WORDS = 3;
export const TEXTS = 4;
export const VALUES = 5;
export const SAME = 6;
export const BLOBS = 7;
export const SMALL = 8;
