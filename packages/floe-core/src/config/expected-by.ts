import { listOf, partsOf, type Parts } from "./schema-parts.ts";

/** What schemas call the things whose size they limit, and what those are counted in. */
const COUNTED_IN: Readonly<Record<string, string>> = {
  string: "characters",
  array: "items",
  tuple: "items",
  set: "items",
  map: "entries",
  record: "keys",
  object: "keys",
  file: "bytes",
};

/** What the rule behind a schema's issue wants, in words; reads the issues of zod 4 and zod 3. */
export function expectedBy(issue: Parts): string {
  switch (issue.code) {
    case "invalid_type":
      return typeof issue.expected === "string" && issue.expected !== "nonoptional" ? issue.expected : "a value";
    case "too_small":
    case "too_big":
      return sizeLimit(issue);
    case "invalid_format":
    case "invalid_string":
      return format(issue);
    case "not_multiple_of":
      return `multiple of ${literal(issue.divisor ?? issue.multipleOf)}`;
    case "invalid_literal":
      return literal(issue.expected);
    case "invalid_value":
    case "invalid_enum_value":
    case "invalid_union_discriminator":
      return oneOf(listOf(issue.values ?? issue.options));
    case "invalid_union":
      return union(issue);
    case "invalid_key":
    case "invalid_element":
      return `${issue.code.slice("invalid_".length)} that is ${joined(listOf(issue.issues), " and ")}`;
    case "invalid_date":
      return "date";
    case "not_finite":
      return "finite number";
    default:
      return "a value that the schema accepts";
  }
}

function sizeLimit(issue: Parts): string {
  const origin = issue.origin ?? issue.type;
  const kind = typeof origin === "string" ? origin : "value";
  const isLeast = issue.code === "too_small";
  const limit = kind === "date" ? dateText(issue.minimum ?? issue.maximum) : literal(issue.minimum ?? issue.maximum);
  const unit = COUNTED_IN[kind];
  const bound =
    issue.exact === true
      ? "exactly"
      : issue.inclusive === false
        ? isLeast
          ? "more than"
          : "less than"
        : isLeast
          ? "at least"
          : "at most";
  return unit === undefined ? `${kind} of ${bound} ${limit}` : `${kind} of ${bound} ${limit} ${unit}`;
}

function dateText(limit: unknown): string {
  const date = new Date(Number(limit));
  return Number.isNaN(date.getTime()) ? "a limit" : date.toISOString();
}

function format(issue: Parts): string {
  const rule = partsOf(issue.validation);
  const start = issue.prefix ?? rule.startsWith;
  if (start !== undefined) return `string that starts with ${literal(start)}`;
  const end = issue.suffix ?? rule.endsWith;
  if (end !== undefined) return `string that ends with ${literal(end)}`;
  const part = issue.includes ?? rule.includes;
  if (part !== undefined) return `string that includes ${literal(part)}`;
  if (issue.format === "regex" && typeof issue.pattern === "string") return `string that matches ${issue.pattern}`;
  const name = issue.format ?? issue.validation;
  return typeof name === "string" && name !== "regex" ? `string in the format ${name}` : "string in the schema's format";
}

function oneOf(values: readonly unknown[]): string {
  const texts = values.map(literal);
  return texts.length > 1 ? `one of ${texts.join(", ")}` : (texts[0] ?? "a value that the schema accepts");
}

/** Of a discriminated union, zod 4 names the tags instead of what each member lacks. */
function union(issue: Parts): string {
  const tags = listOf(issue.options);
  return tags.length > 0 ? oneOf(tags) : joined(listOf(issue.errors ?? issue.unionErrors).map(firstIssue), " or ");
}

function joined(issues: readonly unknown[], word: string): string {
  const texts = new Set(issues.map((issue) => expectedBy(partsOf(issue))));
  return texts.size === 0 ? "a value that the schema accepts" : [...texts].join(word);
}

/** The issues of a union come as lists of issues in zod 4, as errors with issues in zod 3. */
function firstIssue(branch: unknown): unknown {
  return (Array.isArray(branch) ? branch : listOf(partsOf(branch).issues))[0];
}

/** A value out of the schema, as code would write it. */
function literal(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" && value !== null ? "a value" : String(value);
}
