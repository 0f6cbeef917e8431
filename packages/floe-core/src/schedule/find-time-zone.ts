import { nearest } from "../text/nearest.ts";

/** Whether a name is an IANA time zone, and if not, which one it may have meant. */
export interface TimeZoneAnswer {
  readonly isValid: boolean;
  readonly nearest?: string | undefined;
}

/**
 * Looks a time zone up as strictly as others will: an offset such as `+01:00` is none, and neither is `europe/berlin`.
 *
 * @example
 * ```ts
 * import { findTimeZone } from "floe-core";
 *
 * console.log(findTimeZone("Europe/Berln")); // { isValid: false, nearest: 'Europe/Berlin' }
 * ```
 */
export function findTimeZone(name: string): TimeZoneAnswer {
  const known = resolved(name);
  if (known === undefined) return { isValid: false, nearest: nearest(name, ["UTC", ...Intl.supportedValuesOf("timeZone")]) };
  if (known === name) return { isValid: true };
  // Here any case is accepted, elsewhere zones are files. An alias comes out under another name: its initials have to do.
  if (known.toLowerCase() === name.toLowerCase()) return { isValid: false, nearest: known };
  return { isValid: name.split("/").every((part) => /^[A-Z]/.test(part)) };
}

/** The name under which this machine knows the zone; undefined for what is not a zone. */
function resolved(name: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return /^[+-]/.test(timeZone) ? undefined : timeZone;
  } catch {
    return undefined;
  }
}
