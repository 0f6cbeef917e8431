/** A statement that takes hours, without using much memory. */
export const ENDLESS = "SELECT count(*) AS n FROM range(1000000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 3";
