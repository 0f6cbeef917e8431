import { nearest } from "floe-core";
import type { Clause } from "./clause.ts";
import { ContractSetupError } from "./contract-setup-error.ts";
import { copied } from "./realm/copied.ts";
import { isSameData } from "./realm/same-data.ts";

/** What has to be a list, an object or either, whoever wrote it: a package's JSON is of any shape. */
const FORMS = {
  valid: { words: "a configuration or a list of them", fits: (value: unknown) => isListOf(value, isObject) || isObject(value) },
  invalid: { words: "a list of configurations", fits: (value: unknown) => isListOf(value, isObject) },
  unreachable: { words: "a configuration", fits: isObject },
  secrets: { words: "a list of texts", fits: (value: unknown) => isListOf(value, (one) => typeof one === "string") },
  skip: { words: "an object of clauses and reasons", fits: isObject },
  samples: { words: "an object", fits: isObject },
} as const;

/** Those that are handed to a schema, each time as a copy. */
const CONFIGURATIONS = ["valid", "invalid", "unreachable"] as const;

/** @throws ContractSetupError if a package declares something that there is not: nothing else would hear of the mistake. */
export function checkMembers(declared: object): void {
  const known = Object.keys(FORMS);
  const member = Object.keys(declared).find((one) => !known.includes(one));
  if (member === undefined) return;
  const meant = nearest(member, known);
  const hint = meant === undefined ? `There are ${known.join(", ")}.` : `Did you mean ${meant}?`;
  throw new ContractSetupError(`floeContract cannot declare "${member}"`, hint);
}

/**
 * @param declared what was declared, before its defaults are filled in.
 * @throws ContractSetupError if it cannot be what was meant: a suite would try less than its author believes.
 */
export function checkDeclaration(declared: Readonly<Record<string, unknown>>, clauses: readonly Pick<Clause, "id">[]): void {
  for (const [member, { words, fits }] of Object.entries(FORMS)) {
    if (declared[member] === undefined || fits(declared[member])) continue;
    throw new ContractSetupError(`${member} is not ${words}`, `Declare ${member} as ${words}.`);
  }
  for (const member of CONFIGURATIONS) {
    if (isData(declared[member])) continue;
    throw new ContractSetupError(`${member} holds what a platform file cannot`, "Declare configurations as plain data; a secret as its text.");
  }
  checkSkipped(declared["skip"] ?? {}, clauses.map(({ id }) => id));
}

function checkSkipped(skip: object, ids: readonly string[]): void {
  for (const [id, reason] of Object.entries(skip)) {
    if (!ids.includes(id)) {
      const meant = nearest(id, ids);
      const hint = meant === undefined ? "The report of a run lists the clauses there are." : `Did you mean ${meant}?`;
      throw new ContractSetupError(`there is no clause "${id}" to be skipped`, hint);
    }
    if (typeof reason === "string" && reason.trim() !== "") continue;
    throw new ContractSetupError(`${id} is skipped without a reason`, `Say why: skip: { "${id}": "..." }.`);
  }
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a copy is the same. */
function isData(value: unknown): boolean {
  try {
    return isSameData(copied(value), value);
  } catch {
    return false;
  }
}
