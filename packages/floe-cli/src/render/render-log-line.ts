import type { ColorTheme } from "../output/color-theme.ts";

/** How much a line matters. */
export type LogLevel = "debug" | "info" | "warn" | "error";

const PAINT: Readonly<Record<LogLevel, "dim" | "blue" | "yellow" | "red">> = {
  debug: "dim",
  info: "blue",
  warn: "yellow",
  error: "red",
};

/** One line of a log: level, message, and fields as `key=value`, empty ones left out. */
export function renderLogLine(
  level: LogLevel,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
  theme: ColorTheme,
): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  const pairs = known.map(([key, value]) => ` ${theme.dim(`${key}=${fieldText(value)}`)}`);
  return `${theme[PAINT[level]](level)}: ${message}${pairs.join("")}`;
}

/** Bytes as numbers tell nobody anything, but they would carry a secret past whatever masks it. */
function withoutBytes(this: unknown, key: string, value: unknown): unknown {
  // A buffer has become plain data already where it is handed over.
  const original: unknown = Reflect.get(Object(this), key);
  return original instanceof Uint8Array ? `${original.byteLength} bytes` : value;
}

function fieldText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return value.message;
  try {
    const text: unknown = JSON.stringify(value, withoutBytes);
    return String(text);
  } catch {
    // A value that contains itself, or a bigint: its kind has to do.
    return String(value);
  }
}
