import type { Redactor } from "./redact-text.ts";
import { SECRET_MASK } from "./secret-value.ts";

/**
 * `[secret]` for a number whose whole text is a secret, else the number. One that only holds a secret's digits
 * stays: an instant or a size may by chance.
 */
export function redactNumber<Value extends number | bigint>(value: Value, redactor: Pick<Redactor, "redact">): Value | string {
  return redactor.redact(String(value)) === SECRET_MASK ? SECRET_MASK : value;
}
