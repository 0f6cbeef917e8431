/**
 * What a range with a step stands for, as croniter reads it: one that ends before it starts wraps around, and one from a
 * value to itself is everything. Undefined for a step of nothing.
 */
export function cronRange(
  low: number,
  high: number,
  step: number,
  { min, max }: { readonly min: number; readonly max: number },
): readonly number[] | undefined {
  if (step === 0) return undefined;
  if (low === high) return upTo(min, max, step);
  if (low < high) return upTo(low, high, step);
  const upper = upTo(low, max, step);
  const end = upper.at(-1) ?? max;
  const passed = max - end;
  // The step goes on across the wrap, but only where it would not land behind the last value anyway.
  const skipped = end - min + step > max - min + 1 && passed < step ? step - passed : 0;
  return [...upper, ...upTo(min + skipped, high, step)];
}

function upTo(low: number, high: number, step: number): number[] {
  const values: number[] = [];
  for (let value = low; value <= high; value += step) values.push(value);
  return values;
}
