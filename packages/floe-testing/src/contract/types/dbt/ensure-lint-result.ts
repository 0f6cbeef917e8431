import { ensure } from "../../contract-breach.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import { objectOf } from "../../shapes/object-of.ts";

/** @throws ContractBreach unless `value` is a `LintResult`. */
export function ensureLintResult(value: unknown, what: string): void {
  const { success, issues } = objectOf(value, what);
  ensure(typeof success === "boolean", `The success of ${what} is neither true nor false`);
  ensure(Array.isArray(issues), `The issues of ${what} are no list`);
  for (const issue of issues as readonly unknown[]) {
    const { file, line, column, rule, message } = objectOf(issue, `An issue of ${what}`);
    ensureText(file, `The file of an issue of ${what}`);
    ensureText(rule, `The rule of an issue of ${what}`);
    ensureText(message, `The message of an issue of ${what}`);
    for (const [place, number] of Object.entries({ line, column })) {
      ensure(Number.isInteger(number) && Number(number) >= 1, `The ${place} of an issue of ${what} does not count from 1`);
    }
  }
}
