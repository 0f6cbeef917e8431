/** Writes an ISO time as the clock on the wall shows it. */
export type ServeTime = (iso: string) => string;

/** Times in a time zone, with the difference to UTC, since twice a year it changes: `2026-03-29 06:00:00 +02:00`. */
export function renderServeTime(timezone: string): ServeTime {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "longOffset",
  });
  return (iso) => {
    const parts = Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute, second, timeZoneName = "" } = parts;
    // UTC itself is written as GMT alone.
    const offset = timeZoneName.replace("GMT", "") || "+00:00";
    return `${year}-${month}-${day} ${hour}:${minute}:${second} ${offset}`;
  };
}
