import { cronRange } from "./cron-range.ts";

/** One of the five fields. */
export interface CronField {
  readonly name: "minute" | "hour" | "day of the month" | "month" | "weekday";
  readonly min: number;
  readonly max: number;
  /** Lower-case words that stand for numbers. */
  readonly names: ReadonlyMap<string, number>;
  /** Whether `?` may stand for any. */
  readonly isDay: boolean;
}

/** What a field stands for, or what in it stands for nothing. */
export type CronFieldAnswer =
  /** `isFree`: there is a `*` among it, or the last day of a month. */
  { readonly values: readonly number[]; readonly isFree: boolean } | { readonly fault: string };

/** `mon#2`, `mon-fri#1`, `5#3`: a weekday, counted in its month. */
const COUNTED = /^((?:sun|mon|tue|wed|thu|fri|sat)-(?:sun|mon|tue|wed|thu|fri|sat)|[a-z0-9_]+)#(\d+)$/;
/** `l5`: the last Friday. */
const LAST = /^l(\d+)$/;
const ITEM = /^(?:(?<low>[a-z0-9]+)-(?<high>[a-z0-9]+)|(?<all>\*)|(?<one>[a-z0-9]+))(?:\/(?<step>\d+))?$/;

/** @param text One field, in lower case. */
export function expandCronField(text: string, field: CronField): CronFieldAnswer {
  if (text === "?" && field.isDay) return { values: [], isFree: true };
  const values = new Set<number>();
  const counted = new Set<number>();
  let [hasStar, hasLastDay] = [false, false];
  for (const item of text.split(",")) {
    const { plain, isCounted } = uncounted(item, field);
    if (plain === "*") hasStar = true;
    else if (plain === "l" && field.name === "day of the month") hasLastDay = true;
    else {
      const expanded = expandItem(plain, field);
      if (expanded === undefined) return { fault: `Dagster does not take "${item}"` };
      for (const value of expanded) {
        values.add(value);
        if (isCounted) counted.add(value);
      }
    }
  }
  const isMixed = counted.size > 0 && [...values].some((value) => !counted.has(value));
  // Everything listed counts as a field that says nothing, beside which croniter minds no counted weekday.
  if (isMixed && values.size + (hasStar ? 1 : 0) !== 7) {
    return { fault: `Dagster does not take counted weekdays beside plain ones, "${text}",` };
  }
  return { values: [...values], isFree: hasStar || hasLastDay };
}

function uncounted(item: string, { name }: CronField): { readonly plain: string; readonly isCounted: boolean } {
  if (name !== "weekday") return { plain: item, isCounted: false };
  const [, weekday = "", count = ""] = COUNTED.exec(item) ?? [];
  if (weekday !== "") {
    // An item without a meaning, so that it is refused.
    return Number(count) >= 1 && Number(count) <= 5 ? { plain: weekday, isCounted: true } : { plain: "", isCounted: false };
  }
  const [, last] = LAST.exec(item) ?? [];
  return last === undefined ? { plain: item, isCounted: false } : { plain: last, isCounted: true };
}

function expandItem(text: string, field: CronField): readonly number[] | undefined {
  const { low, high, all, one, step } = ITEM.exec(text)?.groups ?? {};
  if (all !== undefined) return inBounds(cronRange(field.min, field.max, Number(step), field), field);
  if (one !== undefined && step === undefined) return inBounds([numberOf(one, field)], field);
  const last = high ?? (one === undefined ? undefined : String(field.max));
  if (last === undefined) return undefined;
  const isLastDay = last === "l" && field.name === "day of the month";
  const ends = [numberOf(low ?? one ?? "", field), isLastDay ? field.max : numberOf(last, field)] as const;
  if (ends.some((end) => !(end <= field.max))) return undefined;
  return inBounds(cronRange(ends[0], ends[1], Number(step ?? 1), field), field);
}

function inBounds(values: readonly number[] | undefined, { min, max }: CronField): readonly number[] | undefined {
  return values?.every((value) => value >= min && value <= max) === true ? values : undefined;
}

/** NaN for what is no number and no name. */
function numberOf(text: string, { name, names }: CronField): number {
  const number = /^\d+$/.test(text) ? Number(text) : (names.get(text) ?? Number.NaN);
  return name === "weekday" && number === 7 ? 0 : number;
}
