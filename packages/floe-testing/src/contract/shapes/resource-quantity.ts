const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** How much a Kubernetes quantity such as `500m` or `4Gi` is; undefined for what is none. */
export function quantityOf(text: unknown): number | undefined {
  const [, amount, exponent, unit = ""] = /^(\d+(?:\.\d*)?|\.\d+)(?:(e[+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/i.exec(String(text)) ?? [];
  if (typeof text !== "string" || amount === undefined) return undefined;
  if (exponent !== undefined) return Number(amount + exponent);
  const factor = UNITS[unit];
  return factor === undefined ? undefined : Number(amount) * factor;
}
