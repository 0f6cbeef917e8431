/** What a plugin did to the process that it is a guest in. */
export interface WorldChanges {
  /** Global variables, variables of the environment and the like, each in words. */
  readonly globals: readonly string[];
  /** Members of prototypes and constructors that are the language's own, each in words. */
  readonly prototypes: readonly string[];
}

type Members = ReadonlyMap<PropertyKey, PropertyDescriptor>;

interface World {
  readonly globals: ReadonlyMap<PropertyKey, PropertyDescriptor>;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly cwd: string;
  readonly builtins: ReadonlyMap<string, Members>;
}

/**
 * Remembers the process as it is; the function that it returns says what is different when it is called. Global
 * variables under registered symbols do not count: they are how several copies of a package share one thing.
 */
export function rememberWorld(): () => WorldChanges {
  const before = look();
  return () => compare(before, look());
}

function look(): World {
  return {
    globals: new Map(Object.getOwnPropertyNames(globalThis).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name) ?? {}])),
    environment: { ...process.env },
    cwd: process.cwd(),
    builtins: new Map(builtins().map(([name, owner]) => [name, members(owner)])),
  };
}

/** The language's own constructors and their prototypes. */
function builtins(): (readonly [string, object])[] {
  return Object.getOwnPropertyNames(globalThis)
    .filter((name) => /^[A-Z]/.test(name))
    .flatMap((name): (readonly [string, object])[] => {
      const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
      if (typeof value !== "function" || !/\[native code\]/.test(Function.prototype.toString.call(value))) return [];
      const prototype: unknown = Reflect.get(value, "prototype");
      const own = typeof prototype === "object" && prototype !== null ? [[`${name}.prototype`, prototype] as const] : [];
      return [[name, value] as const, ...own];
    });
}

function members(owner: object): Members {
  return new Map(Reflect.ownKeys(owner).map((key) => [key, Object.getOwnPropertyDescriptor(owner, key) ?? {}]));
}

function compare(before: World, after: World): WorldChanges {
  const names = [...new Set([...before.globals.keys(), ...after.globals.keys()])];
  const others = names.filter((name) => !isSameGlobal(before.globals.get(name), after.globals.get(name)));
  const variables = new Set([...Object.keys(before.environment), ...Object.keys(after.environment)]);
  const changed = [...variables].filter((name) => before.environment[name] !== after.environment[name]);
  const moved = before.cwd === after.cwd ? [] : ["the working directory"];
  return {
    globals: [...others.map((name) => `globalThis.${String(name)}`), ...changed.map((name) => `process.env.${name}`), ...moved],
    prototypes: [...before.builtins].flatMap(([name, known]) => {
      const now = after.builtins.get(name) ?? new Map<PropertyKey, PropertyDescriptor>();
      return [...new Set([...known.keys(), ...now.keys()])]
        .filter((key) => !isSame(known.get(key), now.get(key)))
        .map((key) => `${name}.${String(key)}`);
    }),
  };
}

/** Node loads some of its globals when they are first read: then what was a getter becomes the value. */
function isSameGlobal(one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined): boolean {
  return isSame(one, other) || (one?.get !== undefined && other !== undefined);
}

function isSame(one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Object.is(one.value, other.value) && one.get === other.get && one.set === other.set;
}
