import { isSameData } from "../realm/same-data.ts";

/** Whether JSON holds the value without losing anything. */
export function isJsonValue(value: unknown): boolean {
  try {
    return isSameData(JSON.parse(JSON.stringify(value)), value);
  } catch {
    return false;
  }
}
