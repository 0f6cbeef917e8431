import { toVerdict, type Rejection } from "../../../../src/discovery/problem.ts";
import type { SkippedEntry } from "../../../../src/discovery/discovery-report.ts";

/** The members of a verdict that leave its reader without an answer: what was expected, what is there, what to do. */
export function emptyTexts({ expected, found, message, remedy }: SkippedEntry): readonly string[] {
  const texts = { expected, found, message: /^Cannot [a-z]+ .+: .+$/su.test(message) ? message : "", remedy };
  return Object.entries(texts).flatMap(([member, text]) => (text === "" ? [member] : []));
}

/** The same of a rejection, once it has become a verdict. */
export function emptyTextsOf(rejection: Rejection): readonly string[] {
  return emptyTexts(toVerdict(rejection, { package: "pkg", file: "/pkg/package.json" }));
}
