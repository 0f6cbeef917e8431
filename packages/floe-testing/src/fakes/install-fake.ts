import { FLOE_PLUGIN_API_VERSION, isPluginError, PluginMetadata } from "floe-core";

/** One call of a fake's member. */
export interface FakeCall {
  /** The member that was called: a hook such as `startup`, or one of the type's own. */
  readonly hook: string;
  /** Its place in the order of calls of all fakes of this process; only comparisons mean something. */
  readonly at: number;
  readonly arguments: readonly unknown[];
}

/** Any member of the plugin type: what is given replaces what the fake does by itself, and is still recorded. */
export type FakeOptions<Plugin extends PluginMetadata> = Partial<Omit<Plugin, "config" | "isConfigured" | "baseDir">>;

/** What every fake can be asked. */
export interface Fake {
  /** Calls of its members so far, `getConfigSchema` apart, oldest first. */
  readonly calls: readonly FakeCall[];
}

/** What a fake states of itself where neither its options nor a manifest does. */
const IDENTITY = { name: "fake", version: "1.0.0", floeApiVersion: FLOE_PLUGIN_API_VERSION } as const;

/** Asked for at any time and by anyone, so a call says nothing. */
const UNRECORDED: ReadonlySet<string> = new Set(["constructor", "getConfigSchema"]);

let position = 0;

/**
 * Turns `plugin` into a fake, on the instance itself: every method records its calls, `options` replace
 * members, and what no one states of its identity gets a default.
 *
 * @returns the list that calls are added to.
 */
export function installFake(plugin: PluginMetadata, options: object): readonly FakeCall[] {
  const calls: FakeCall[] = [];
  const members = new Map<string, unknown>([...inheritedMethods(plugin), ...Object.entries(options)]);
  for (const member of ["name", "version", "floeApiVersion"] as const) {
    if (!members.has(member)) defineIdentity(plugin, member);
  }
  for (const [member, value] of members) {
    if (typeof value !== "function" || UNRECORDED.has(member)) define(plugin, member, { value });
    else define(plugin, member, { value: recorded(plugin, member, value as AnyFunction, calls) });
  }
  return calls;
}

type AnyFunction = (...args: readonly unknown[]) => unknown;

function recorded(plugin: PluginMetadata, member: string, call: AnyFunction, calls: FakeCall[]): AnyFunction {
  const store: unknown = Reflect.get(PluginMetadata.prototype, "configure");
  return (...args) => {
    position += 1;
    calls.push(Object.freeze({ hook: member, at: position, arguments: Object.freeze([...args]) }));
    const answer: unknown = Reflect.apply(call, plugin, args);
    // An override of `configure` has to store the configuration; one that is given as an option cannot.
    if (member === "configure" && call !== store) Reflect.apply(store as AnyFunction, plugin, args);
    return answer;
  };
}

/** The methods of all its classes, the nearest one first. */
function inheritedMethods(plugin: object): ReadonlyMap<string, unknown> {
  const methods = new Map<string, unknown>();
  for (let owner = Reflect.getPrototypeOf(plugin); owner !== null; owner = Reflect.getPrototypeOf(owner)) {
    if (owner === Object.prototype) break;
    for (const [member, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (typeof value === "function" && member !== "constructor" && !methods.has(member)) methods.set(member, value);
    }
  }
  return methods;
}

/** The manifest's word where there is one: then the fake must agree with it. */
function defineIdentity(plugin: PluginMetadata, member: keyof typeof IDENTITY): void {
  define(plugin, member, {
    get() {
      try {
        return Reflect.get(PluginMetadata.prototype, member, plugin) as unknown;
      } catch (error) {
        if (isPluginError(error) && error.code === "FLOE_PLUGIN_CONTRACT") return IDENTITY[member];
        throw error;
      }
    },
  });
}

function define(plugin: object, member: string, descriptor: PropertyDescriptor): void {
  const writable = "value" in descriptor ? { writable: true } : {};
  Object.defineProperty(plugin, member, { configurable: true, enumerable: true, ...writable, ...descriptor });
}
