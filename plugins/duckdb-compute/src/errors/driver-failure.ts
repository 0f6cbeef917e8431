import type { TextOffset } from "../sql/text-position.ts";

/** What the driver threw, taken apart. */
export interface DriverFailure {
  /** DuckDB's kind of error, for example `Parser` or `IO`; `Driver` for what DuckDB itself did not say. */
  readonly type: string;
  /** One line. DuckDB's excerpt of the statement is not in it: it may hold credentials. */
  readonly message: string;
  /** Where in the statement DuckDB points, if anywhere. */
  readonly offset: TextOffset | undefined;
}

/** Reads what the driver threw: DuckDB's JSON (`errors_as_json`) or, before a database is open, plain text. */
export function readDriverFailure(thrown: unknown): DriverFailure {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return readJson(text) ?? readPlain(text);
}

function readJson(text: string): DriverFailure | undefined {
  const start = text.indexOf('{"exception_type"');
  const fields = start < 0 ? undefined : parseObject(text.slice(start));
  if (fields === undefined) return undefined;
  const { exception_type: type, exception_message: message, error_subtype: subtype, position } = fields;
  const offset = typeof position === "string" ? Number(position) : Number.NaN;
  return {
    type: String(type),
    message: oneLine(typeof message === "string" ? message : ""),
    offset: Number.isSafeInteger(offset) ? { offset, unit: subtype === "SYNTAX_ERROR" ? "characters" : "bytes" } : undefined,
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    // Not the JSON it looked like: the caller reads it as plain text, and nothing is lost.
    return undefined;
  }
}

function readPlain(text: string): DriverFailure {
  const match = /^(?:[^\n]*?: )?([A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*| of)*) Error: ([\s\S]+)$/.exec(text);
  const [, type = "Driver", message = text] = match ?? [];
  return { type, message: oneLine(message), offset: undefined };
}

/** The first paragraph; what follows is DuckDB's excerpt of the statement or advice for its own shell. */
function oneLine(message: string): string {
  const [first = ""] = message.trim().split(/\n\s*\n/);
  return first.replaceAll(/\s*\n\s*/g, " ");
}
