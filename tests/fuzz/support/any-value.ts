import fc from "fast-check";

function throwing(): never {
  throw new Error("hands off");
}

const TRAPS: ProxyHandler<object> = Object.fromEntries(
  ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf", "set", "defineProperty", "apply", "construct"].map((trap) => [trap, throwing]),
);

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function cyclic(): object {
  const object: Record<string, unknown> = {};
  object["self"] = object;
  return object;
}

/** Values that code holds and JSON does not; most of them bite whoever touches them. */
const BITING: readonly (() => unknown)[] = [
  revoked,
  cyclic,
  () => new Proxy({}, TRAPS),
  () => new Proxy(class Plugin {}, TRAPS),
  () => Object.defineProperty({}, "name", { get: throwing, enumerable: true }),
  () => ({ toString: throwing, toJSON: throwing, valueOf: throwing, [Symbol.toPrimitive]: throwing }),
  () => ({ get then() { return throwing(); } }),
  () => ({ then: throwing }),
  () => ({ then(resolve: (value: unknown) => void) { resolve({}); } }),
  () => Object.create(null) as unknown,
  () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  () => throwing,
  () => () => Promise.reject(new Error("not today")),
  () => () => ({}),
  () => class Plugin {},
  () => class Plugin { constructor() { throwing(); } },
  () => ({ length: -1, [Symbol.iterator]: throwing }),
  () => Symbol("symbol"),
  () => new Date(Number.NaN),
  () => new Map<unknown, unknown>([["__proto__", 1]]),
  () => new Error("an error"),
  () => "x".repeat(100_000),
  () => "\ud800\u0000\u202e\u2028",
];

/** Stands for a biting value: fast-check looks into what it generates, and would be bitten first. */
class Bite {
  readonly make: () => unknown;

  constructor(make: () => unknown) {
    this.make = make;
  }

  toString(): string {
    return `realise(${this.make.toString()})`;
  }
}

/** Any value at all; to be used through {@link realise}. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withSparseArray: true, maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom(...BITING).map((make) => new Bite(make)) },
);

/** Mostly what is right there, else any value. */
export function mostly(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: anyValue });
}

/** `value` with every biting value in it put in its place. */
export function realise(value: unknown): unknown {
  if (value instanceof Bite) return value.make();
  if (Array.isArray(value)) return value.map(realise);
  if (typeof value !== "object" || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return value;
  const copy = Object.create(prototype) as object;
  for (const [key, member] of Object.entries(value)) {
    Object.defineProperty(copy, key, { value: realise(member), enumerable: true, configurable: true, writable: true });
  }
  return copy;
}
