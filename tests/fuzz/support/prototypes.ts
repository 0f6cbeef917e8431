const WATCHED: readonly object[] = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype, Map.prototype];

function snapshot(): unknown[] {
  return WATCHED.flatMap((prototype) =>
    Reflect.ownKeys(prototype).flatMap((key) => {
      const { value, get, set } = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
      return [key, value as unknown, get, set];
    }),
  );
}

const before = snapshot();

const EMPTY: object = [];

/** Cheap enough for every input. @throws if a member was added to what everything inherits. */
export function checkPrototypes(): void {
  // An array inherits from both.
  for (const key in EMPTY) throw new Error(`what everything inherits has ${key}`);
}

/** Looks at every member. @throws if anything differs from when this module was loaded. */
export function checkPrototypesFully(): void {
  const now = snapshot();
  const at = now.findIndex((value, index) => !Object.is(value, before[index]));
  if (now.length !== before.length || at !== -1) throw new Error(`a prototype changed near ${String(now[at])}`);
}
