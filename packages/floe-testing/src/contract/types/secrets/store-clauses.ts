import type { SecretsPlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { ensure, NotOffered } from "../../contract-breach.ts";
import { codeOf, failureOf } from "../../shapes/failure-of.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import { listOf } from "../../shapes/list-of.ts";
import { secretsClause, VALUE } from "./secrets-bench.ts";
import { isSameData } from "../../realm/same-data.ts";

/** What is easily lost or taken for something else on its way into a file or an environment. */
const HOSTILE_VALUES: readonly string[] = [
  "",
  " around ",
  "first\nsecond",
  "first\r\nsecond",
  "'single'",
  '"double"',
  "`back`",
  "$HOME ${HOME} $(id)",
  "back\\slash \\n",
  "# no comment",
  "a=b",
  "\u{1F986} \u00FC",
];

/** Keys that are paths, members of every object, or two lines. */
const HOSTILE_KEYS: readonly string[] = ["", "../../etc/passwd", "__proto__", "constructor", "toString", "two\nlines", "a=b", "*", "\u{1F986}"];

/** What a store of secrets does with keys and values. */
export const STORE_CLAUSES: readonly Clause<SecretsPlugin>[] = [
  secretsClause("secrets/absent-is-null", "answers with null for a key that there is not", async (bench) => {
    const failure = await failureOf(async () => {
      const value = await bench.get(`${bench.keys.prefix}THAT_THERE_IS_NOT`);
      ensure(value === null, `For a key that there is not it answers with ${String(value)}, not null`);
    });
    ensure(failure === undefined, "It throws for a key that there is not");
  }),
  secretsClause("secrets/keeps-what-is-set", "answers with the value that was set", async (bench) => {
    await bench.store(bench.keys.first);
    ensure((await bench.get(bench.keys.first)) === VALUE, "It does not answer with the value that was set");
  }),
  secretsClause(
    "secrets/replaces-what-is-set",
    "answers with the value that was set last",
    async (bench) => {
      await bench.store(bench.keys.first, "old");
      await bench.store(bench.keys.first);
      ensure((await bench.get(bench.keys.first)) === VALUE, "It does not answer with the value that was set last");
    },
    ["secrets/keeps-what-is-set"],
  ),
  secretsClause(
    "secrets/keeps-any-value",
    "gives every value back as it was, or refuses it with a code",
    async (bench) => {
      await bench.store(bench.keys.first);
      for (const value of HOSTILE_VALUES) {
        const failure = await failureOf(() => bench.set(bench.keys.first, value));
        const what = `the value ${JSON.stringify(value)}`;
        if (failure === undefined) ensure((await bench.get(bench.keys.first)) === value, `It does not give ${what} back as it was`);
        else ensure(codeOf(failure.error) !== undefined, `It refuses ${what} with an error that has no code`);
      }
    },
    ["secrets/keeps-what-is-set"],
  ),
  secretsClause(
    "secrets/takes-any-key",
    "answers for every key with its value or null, or refuses the key with a code",
    async (bench) => {
      for (const key of HOSTILE_KEYS) {
        const failure = await failureOf(async () => {
          const value = await bench.get(key);
          ensure(value === null, `For the key ${JSON.stringify(key)}, which nobody set, it answers with something`);
        });
        const isCoded = failure === undefined || codeOf(failure.error) !== undefined;
        ensure(isCoded, `It refuses the key ${JSON.stringify(key)} with an error that has no code`);
      }
    },
    ["secrets/absent-is-null"],
  ),
  secretsClause("secrets/lists-keys-sorted", "lists the keys that were set, sorted", async (bench) => {
    const { first, second, prefix } = bench.keys;
    await bench.store(second);
    await bench.store(first);
    const keys = listOf(await bench.list(prefix), "listSecrets");
    const own = keys.filter((key) => key === first || key === second);
    ensure(own.join() === `${first},${second}`, `Of ${first} and ${second}, which were set, it lists ${own.join(", ") || "none"}`);
    const all = await bench.list();
    ensure(isSameData(all, [...all].sort()), "Without a prefix, the keys are not sorted");
  }),
  secretsClause(
    "secrets/lists-by-prefix",
    "lists the keys that begin with a prefix, and no others",
    async (bench) => {
      const { first, second, prefix } = bench.keys;
      await bench.store(first);
      await bench.store(second);
      const strays = (await bench.list(prefix)).filter((key) => !key.startsWith(prefix));
      ensure(strays.length === 0, `With a prefix it lists ${strays.length} keys that do not begin with it`);
      ensure((await bench.list(first)).join() === first, `With the prefix ${first} it does not list this key alone`);
    },
    ["secrets/lists-keys-sorted"],
  ),
  secretsClause("secrets/lists-no-values", "lists no values", async (bench) => {
    await bench.store(bench.keys.first);
    ensure(!JSON.stringify(await bench.list()).includes(VALUE), "listSecrets answers with a value");
  }),
  secretsClause("secrets/pod-env-spec", "says how a pod gets a secret, as plain JSON with the secret's name", async ({ plugin }) => {
    const spec = ensureJson(plugin.generatePodEnvSpec("floe-contract"), "generatePodEnvSpec");
    ensure(JSON.stringify(spec).includes("floe-contract"), "generatePodEnvSpec does not name the secret");
    ensure(isSameData(plugin.generatePodEnvSpec("floe-contract"), spec), "generatePodEnvSpec answers differently when it is asked again");
  }),
  secretsClause("secrets/multi-key-is-a-record-or-null", "answers getMultiKeySecret with null where there is nothing, else with texts by key", async (bench) => {
    const get = bench.plugin.getMultiKeySecret?.bind(bench.plugin);
    if (get === undefined) throw new NotOffered("it has no secrets of several keys: getMultiKeySecret is optional");
    const ask = (name: string): Promise<unknown> => bench.trial.call("getMultiKeySecret", (signal) => get(name, { signal }));
    ensure((await ask("floe-contract-that-there-is-not")) === null, "Where there is nothing, getMultiKeySecret does not answer with null");
    await bench.store(bench.keys.first);
    const found = await ask(bench.keys.prefix.replace(/\W|_$/g, ""));
    if (found === null) return;
    const values = Object.values(ensureJson(found, "getMultiKeySecret"));
    ensure(values.every((value) => typeof value === "string"), "getMultiKeySecret answers with values that are no texts");
  }),
];
