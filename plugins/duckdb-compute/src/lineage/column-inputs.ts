import type { ColumnInput, ColumnTransformation } from "floe-core";

/** The columns that a value comes from, each once, by table and column in small letters. */
export type ColumnInputs = ReadonlyMap<string, ColumnInput>;

/** Of a constant. */
export const NO_INPUTS: ColumnInputs = new Map();

const RANKS: Readonly<Record<ColumnTransformation, number>> = { IDENTITY: 0, TRANSFORMATION: 1, AGGREGATION: 2 };

/** Of a column as it is. */
export function columnInput(table: string, column: string): ColumnInputs {
  return new Map([[keyOf(table, column), { table, column, transformation: "IDENTITY" }]]);
}

/** Of a value that is made from several; of two ways that one column takes into it, the one that changes it most. */
export function combineInputs(all: readonly ColumnInputs[]): ColumnInputs {
  const combined = new Map<string, ColumnInput>();
  for (const inputs of all) {
    for (const [key, input] of inputs) combined.set(key, stronger(combined.get(key), input));
  }
  return combined;
}

/** Of a value that is made from another by at least `transformation`. */
export function transformInputs(inputs: ColumnInputs, transformation: ColumnTransformation): ColumnInputs {
  return new Map([...inputs].map(([key, input]) => [key, stronger(input, { ...input, transformation })]));
}

/** By table, then column. */
export function sortInputs(inputs: ColumnInputs): readonly ColumnInput[] {
  return [...inputs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, input]) => input);
}

/** No name holds a NUL, and it sorts a table before another whose name is longer. */
function keyOf(table: string, column: string): string {
  return `${table}\0${column}`.toLowerCase();
}

function stronger(one: ColumnInput | undefined, other: ColumnInput): ColumnInput {
  return one !== undefined && RANKS[one.transformation] >= RANKS[other.transformation] ? one : other;
}
