/** Bytes per unit, for every unit DuckDB knows. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...["b", "byte", "bytes"].map((unit) => [unit, 1] as const),
  ...units(["k", "kb", "kilobyte", "kilobytes"], "kib", 1),
  ...units(["m", "mb", "megabyte", "megabytes"], "mib", 2),
  ...units(["g", "gb", "gigabyte", "gigabytes"], "gib", 3),
  ...units(["t", "tb", "terabyte", "terabytes"], "tib", 4),
]);

/** DuckDB counts bytes in 64 bits. */
const LIMIT = 2 ** 64;

/**
 * Whether DuckDB understands `text` as a memory limit: a number above 0 and a unit, such as `4GB` or
 * `512 MiB` (upper or lower case), or `none` for DuckDB's own default, 80 % of the machine's memory. It
 * knows no per cent.
 */
export function isMemoryLimit(text: string): boolean {
  if (text === "none") return true;
  const [, amount = "", unit = ""] = /^\s*(\d+\.?\d*|\.\d+)\s*([a-z]+)\s*$/i.exec(text) ?? [];
  const bytes = Number(amount) * (UNITS.get(unit.toLowerCase()) ?? Number.NaN);
  return bytes > 0 && bytes < LIMIT;
}

function units(decimal: readonly string[], binary: string, power: number): readonly (readonly [string, number])[] {
  return [...decimal.map((unit) => [unit, 1000 ** power] as const), [binary, 1024 ** power]];
}
